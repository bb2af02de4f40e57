"""The command line: what it prints, where, and with which exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coach.cli import main

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has a journal of its own."""
    monkeypatch.setenv("COACH_DONNEES", str(tmp_path / "donnees"))
    monkeypatch.delenv("COACH_PACKS", raising=False)
    return tmp_path / "donnees"


def test_help_is_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    shown = capsys.readouterr().out
    assert stop.value.code == 0
    assert "Usage : coach" in shown
    assert "show" not in shown


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["jouer"], "il manque : SCENARIO"),
        (["jeur"], "« jeur » n'est pas possible"),
        (["liste", "--tout"], "arguments inconnus : --tout"),
        (["jouer", "x", "--graine", "sept"], "« sept » n'est pas une valeur correcte"),
        (["jouer", "fontaines-ateliers", "--jeu", "inconnu"], "rival-agressif"),
    ],
)
def test_wrong_usage_is_exit_2_and_french(
    arguments: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert expected in captured.err
    assert captured.out == ""


def test_an_unknown_scenario_gives_the_nearest_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["jouer", "fontaine-atelier"]) == 1
    assert "fontaines-ateliers" in capsys.readouterr().err


def test_liste_shows_every_shipped_scenario(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["liste", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    found = {scenario["scenario"] for pack in document["packs"] for scenario in pack["scenarios"]}
    assert {"fontaines-ateliers", "matinee-velos", "reassort-veterinaire"} <= found


def test_verifier_passes_on_what_is_shipped(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verifier", "--strict"]) == 0
    assert "Tout est en ordre" in capsys.readouterr().out


def test_verifier_locates_every_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = (ROOT / "scenarios/essentiels/fontaines-ateliers.yaml").read_text(encoding="utf-8")
    broken = tmp_path / "casse.yaml"
    broken.write_text(
        source.replace("scenario: fontaines-ateliers", "scenario: casse").replace(
            "canal: face", "canall: face"
        ),
        encoding="utf-8",
    )
    assert main(["verifier", str(broken), "--json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["erreurs"] >= 1
    assert all(found["ligne"] and found["code"] and found["message"] for found in document["problemes"])
    assert any("canal" in found["suggestion"] + found["message"] for found in document["problemes"])


def test_jouer_unattended_gives_the_same_bytes_every_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = tmp_path / "reponses.txt"
    answers.write_text(
        "# un commentaire\nBonjour madame\nComment faites-vous aujourd'hui ?\n/fin\nOui.\n", "utf-8"
    )
    documents = []
    for _ in range(2):
        assert main(["jouer", "fontaines-ateliers", "--reponses", str(answers), "--json"]) == 0
        documents.append(capsys.readouterr().out)
    assert documents[0] == documents[1]
    document = json.loads(documents[0])
    said = [turn["texte"] for turn in document["transcription"]["tours"] if turn["texte"]]
    assert said[:2] == ["Bonjour madame", "Comment faites-vous aujourd'hui ?"]
    assert len(document["evaluation"]["criteres"]) == 7


def test_noter_reads_what_jouer_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = tmp_path / "reponses.txt"
    answers.write_text("Bonjour\n", "utf-8")
    assert main(["jouer", "reassort-veterinaire", "--reponses", str(answers), "--json"]) == 0
    written = capsys.readouterr().out
    transcript = tmp_path / "t.json"
    transcript.write_text(written, encoding="utf-8")
    assert main(["noter", str(transcript), "--json"]) == 0
    graded = json.loads(capsys.readouterr().out)
    del graded["fichier"]
    assert graded == json.loads(written)["evaluation"]


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"version": 99}', "\x00", "[" * 100_000])
def test_noter_on_nonsense_says_so_and_goes_on(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "t.json"
    path.write_text(content, encoding="utf-8")
    assert main(["noter", str(path), str(tmp_path / "absent.json")]) == 1
    told = capsys.readouterr().err.strip().splitlines()
    assert len(told) == 2
    assert "Traceback" not in "".join(told)


def test_answers_that_are_not_utf8_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("été".encode("latin-1"))
    assert main(["jouer", "fontaines-ateliers", "--reponses", str(path)]) == 1
    assert "UTF-8" in capsys.readouterr().err


def test_donnees_exports_then_erases(
    own_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = iter(["", "Bonjour madame", "/fin", "/fin"])
    monkeypatch.setattr("builtins.input", lambda _: next(lines))
    assert main(["jouer", "fontaines-ateliers", "--graine", "1"]) == 0
    assert main(["donnees", "exporter", "--vers", str(tmp_path / "export")]) == 0
    (exported,) = (tmp_path / "export").iterdir()
    assert json.loads(exported.read_text(encoding="utf-8"))["scenario"] == "fontaines-ateliers"
    assert main(["donnees", "effacer", "--oui"]) == 0
    capsys.readouterr()
    assert b"Bonjour madame" not in (own_data / "journal.sqlite3").read_bytes()


def test_a_killed_rehearsal_loses_no_turn(own_data: Path) -> None:
    environment = {**os.environ, "COACH_DONNEES": str(own_data), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "coach", "jouer", "fontaines-ateliers", "--graine", "3"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("\nBonjour madame Belkacem\nComment faites-vous pour l'eau aujourd'hui ?\n")
        process.stdin.flush()
        replies = 0
        for line in process.stdout:
            replies += "Nadia Belkacem :" in line
            if replies == 3:
                break
        process.kill()
    result = subprocess.run(
        [*command, "--reprendre"],
        input="/fin\n/fin\n",
        capture_output=True,
        text=True,
        env=environment,
        cwd=ROOT,
    )
    assert result.returncode == 0, result.stderr
    from coach.journal.journal import Journal

    with Journal(own_data / "journal.sqlite3") as journal:
        (attempt,) = journal.attempts()
        said = [saved.turn["texte"] for saved in journal.turns(attempt.id) if saved.turn["texte"]]
    assert attempt.stage == "fini"
    assert said == ["Bonjour madame Belkacem", "Comment faites-vous pour l'eau aujourd'hui ?"]


@pytest.mark.parametrize("damage", ["corrompu", "futur", "fichier"])
def test_a_journal_that_cannot_be_used_is_told(
    damage: str, own_data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if damage == "fichier":
        own_data.write_text("x", encoding="utf-8")
    else:
        own_data.mkdir()
        journal = own_data / "journal.sqlite3"
        if damage == "corrompu":
            journal.write_bytes(b"n'importe quoi" * 999)
        else:
            import sqlite3

            connection = sqlite3.connect(journal)
            connection.execute("PRAGMA user_version=999")
            connection.close()
    assert main(["jouer", "fontaines-ateliers"]) == 1
    told = capsys.readouterr().err
    assert "COACH_DONNEES" in told or "abîmé" in told
    assert "Traceback" not in told


def test_verifier_gives_hints_only_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    scenario = str(ROOT / "docs/exemple/pack-minimal/cafe-bureau.yaml")
    assert main(["verifier", scenario, "--strict"]) == 0
    assert "C097" not in capsys.readouterr().out
    assert main(["verifier", scenario, "--conseils", "--strict"]) == 0
    said = capsys.readouterr().out
    assert "C097 conseil" in said
    assert "conseil(s)" in said


def test_every_shipped_line_has_three_wordings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verifier", "--conseils", "--strict"]) == 0
    assert "C097" not in capsys.readouterr().out
