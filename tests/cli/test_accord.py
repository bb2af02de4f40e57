"""`coach accord`, `coach corriger`, and what `coach noter` says of a kept evaluation."""

import json
import sys
from pathlib import Path

import pytest

from coach.cli import main
from coach.content.library import load_scenario
from coach.journal.journal import Journal

HEAD = "transcription;critere;evaluateur;niveau\n"


@pytest.fixture
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with one rehearsal, also in the journal as number 1."""
    monkeypatch.setenv("COACH_DONNEES", str(tmp_path / "donnees"))
    lines = iter(["", "Bonjour madame", "/fin", "/fin"])
    monkeypatch.setattr("builtins.input", lambda _: next(lines))
    assert main(["jouer", "fontaines-ateliers", "--graine", "1"]) == 0
    folder = tmp_path / "copies"
    assert main(["donnees", "exporter", "--vers", str(folder)]) == 0
    (exported,) = folder.iterdir()
    exported.rename(folder / "t1.json")
    capsys.readouterr()
    return folder


def assessed_criterion(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """A criterion that the machine levels, and its level."""
    assert main(["noter", str(folder / "t1.json"), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    return next((each["id"], each["niveau"]) for each in data["criteres"] if each["niveau"])


def test_accord_compares_machine_and_persons(played: Path, capsys: pytest.CaptureFixture[str]) -> None:
    criterion, level = assessed_criterion(played, capsys)
    other = "TS" if level != "TS" else "TI"
    ratings, bands = played / "niveaux.csv", played / "bandes.csv"
    rows = f"t1;{criterion};Mme A;{level}\n\nt1;{criterion};M. B;{other}\n"
    ratings.write_text(HEAD + rows, encoding="utf-8-sig")
    bands.write_text("transcription,bande\nt1,faible\n", encoding="utf-8")
    command = ["accord", str(ratings), "--transcriptions", str(played), "--bandes", str(bands)]
    assert main([*command, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["evaluateurs"] == ["M. B", "Mme A", "machine"]
    (line,) = data["criteres"]
    assert line["avis"] == "à confirmer par l'enseignant"
    assert line["machine_personnes"]["n"] == 1
    assert line["machine_personnes"]["exact"] == 0.5
    assert data["bandes"][0]["bande"] == "faible"
    assert [each["evaluateur"] for each in data["desaccords"]] == ["M. B"]
    assert data["desaccords"][0]["preuves"]
    assert main(command) == 0
    out = capsys.readouterr().out
    assert "à confirmer par l'enseignant" in out
    assert "kappa indéfini" in out


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (HEAD + "t1;inconnu;A;S\n", 2, "n'est pas un critère"),
        (HEAD + "\nt1;{c};A;B+\n", 3, "n'est pas un niveau"),
        (HEAD + "t9;{c};A;S\n", 2, "n'est pas dans"),
        (HEAD + "../t1;{c};A;S\n", 2, "n'est pas dans"),
        (HEAD + "t1;{c};A;S\nt1;{c};A;I\n", 3, "a déjà donné"),
        (HEAD + "t1;{c};machine;S\n", 2, "réservé"),
        (HEAD + "t1;{c};;S\n", 2, "est vide"),
        ("transcription;critere\nt1;x\n", 1, "il manque la colonne"),
    ],
)
def test_accord_says_where_a_csv_is_wrong(
    text: str, line: int, words: str, played: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    criterion, _ = assessed_criterion(played, capsys)
    path = played / "niveaux.csv"
    path.write_text(text.replace("{c}", criterion), encoding="utf-8")
    assert main(["accord", str(path), "--transcriptions", str(played)]) == 1
    error = capsys.readouterr().err
    assert f"{path}:{line}" in error
    assert words in error


def test_accord_without_files_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["accord"]) == 2
    assert "--journal" in capsys.readouterr().err


def test_accord_without_its_library_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "sklearn", None)
    assert main(["accord", str(tmp_path / "x.csv")]) == 1
    assert "coach-ndrc[mesure]" in capsys.readouterr().err


def test_a_correction_wins_in_the_mark_and_feeds_the_accord(
    played: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    criterion, level = assessed_criterion(played, capsys)
    other = "TS" if level != "TS" else "TI"
    with Journal(tmp_path / "donnees" / "journal.sqlite3") as journal:
        before, machine = journal.attempt(1).mark, journal.evaluations(1)
    command = ["corriger", "1", criterion, other.lower(), "--raison", "vu en classe", "--auteur", "Mme A"]
    assert main(command) == 0
    assert "Mme A" in capsys.readouterr().out
    with Journal(tmp_path / "donnees" / "journal.sqlite3") as journal:
        assert journal.attempt(1).mark != before
        assert journal.evaluations(1) == machine
    assert main(["accord", "--journal", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["evaluateurs"] == ["Mme A", "machine"]
    assert data["desaccords"][0]["niveau"] == other
    assert main(["donnees", "exporter", "--vers", str(tmp_path / "e")]) == 0
    (exported,) = (tmp_path / "e").iterdir()
    document = json.loads(exported.read_text(encoding="utf-8"))
    assert document["corrections"][0]["raison"] == "vu en classe"
    assert document["evaluation"]["criteres"]


@pytest.mark.parametrize(
    ("attempt", "criterion", "author", "words"),
    [("9", "x", "A", "numéro 9"), ("1", "x", "A", "n'est pas un critère"), ("1", "{c}", " ", "auteur")],
)
def test_corriger_refuses_what_it_cannot_keep(
    attempt: str,
    criterion: str,
    author: str,
    words: str,
    played: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    name = criterion.replace("{c}", assessed_criterion(played, capsys)[0])
    assert main(["corriger", attempt, name, "S", "--raison", "r", "--auteur", author]) == 1
    assert words in capsys.readouterr().err


def test_noter_tells_what_changed_since_the_kept_evaluation(
    played: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    criterion, level = assessed_criterion(played, capsys)
    assert main(["noter", "1"]) == 0
    assert "Aucun niveau ne change" in capsys.readouterr().out
    other = "TS" if level != "TS" else "TI"
    with Journal(tmp_path / "donnees" / "journal.sqlite3") as journal:
        (kept,) = journal.evaluations(1)
    next(each for each in kept["criteres"] if each["id"] == criterion)["niveau"] = other
    transcript = json.loads((played / "t1.json").read_text(encoding="utf-8"))
    path = played / "ancienne.json"
    text = json.dumps({"transcription": transcript, "evaluation": kept}, ensure_ascii=False)
    path.write_text(text, encoding="utf-8")
    assert main(["noter", str(path)]) == 0
    assert f"{other} → {level}" in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == text
    assert main(["noter", str(path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["changements"]
    assert found == [{"critere": criterion, "avant": other, "apres": level}]
    assert load_scenario("fontaines-ateliers").grid.id == kept["grille"]
