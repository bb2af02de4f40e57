"""`coach bilan`: what it writes, and what it says when it cannot."""

import json
import sys
from pathlib import Path

import pytest

from coach.assessment.assess import assess
from coach.assessment.correction import Correction
from coach.assessment.evaluation_json import to_dict as evaluation_to_dict
from coach.cli import main
from coach.content.library import load_scenario
from coach.journal.journal import Header, Journal, SavedTurn
from coach.simulation.transcript_json import subject_to_dict, to_dict, to_json, turn_to_dict
from tests.report.samples import SCENARIO, transcript


@pytest.fixture(autouse=True)
def own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has a folder and a journal of its own."""
    monkeypatch.setenv("COACH_DONNEES", str(tmp_path / "donnees"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def kept(own_place: Path) -> Path:
    """A transcript in a file."""
    path = own_place / "essai.json"
    path.write_text(to_json(transcript()), encoding="utf-8")
    return path


def remembered(folder: Path) -> int:
    """An attempt of the journal, graded then corrected by a teacher."""
    played, content = transcript(), load_scenario(SCENARIO)
    header = Header(
        played.started, played.pack, SCENARIO, "Des fontaines", played.scenario_digest, "g", "d", "0.1.0",
        subject_to_dict(played.subject), "entrainement",
    )  # fmt: skip
    graded = assess(played, content.grid, content.scenario)
    with Journal(folder / "donnees" / "journal.sqlite3") as journal:
        number = journal.begin(header)
        for turn in played.turns:
            saved = SavedTurn(turn.number, turn_to_dict(turn), {})
            journal.append(number, saved, stage="fini", clock=0, ending="", updated="")
        journal.keep_evaluation(number, evaluation_to_dict(graded), mark=graded.mark, made="")
        journal.correct(number, Correction(graded.criteria[0].id, "TS", "Mme Roy", "vue en classe", ""))
    return number


def test_a_file_when_given_becomes_a_document(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bilan", str(kept)]) == 0
    shown = capsys.readouterr().out.strip()
    assert shown == "bilan-fontaines-ateliers-2026-03-01T09-05-00.html"
    assert "Bonjour madame" in Path(shown).read_text(encoding="utf-8")


def test_every_output_when_asked_is_written_where_asked(kept: Path) -> None:
    assert main(["bilan", str(kept), "--sortie", "a.html", "--csv", "a.csv", "--pdf", "a.pdf"]) == 0
    assert Path("a.html").read_bytes().startswith(b"<!DOCTYPE html>")
    assert Path("a.csv").read_bytes().startswith("\ufefftranscription;critere;".encode())
    assert Path("a.pdf").read_bytes().startswith(b"%PDF")


def test_what_jouer_writes_is_read_too(own_place: Path) -> None:
    path = own_place / "jouee.json"
    path.write_text(json.dumps({"transcription": to_dict(transcript()), "evaluation": {}}), encoding="utf-8")
    assert main(["bilan", str(path), "--sortie", "a.html"]) == 0


def test_an_attempt_is_told_with_its_correction(own_place: Path) -> None:
    number = remembered(own_place)
    assert main(["bilan", str(number), "--sortie", "a.html", "--csv", "a.csv"]) == 0
    assert "Corrigé par Mme Roy, Très satisfaisant\u00a0: vue en classe" in Path("a.html").read_text("utf-8")
    assert Path("a.csv").read_text("utf-8-sig").splitlines()[1].endswith(";TS")


def test_a_scenario_changed_since_is_told(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept.write_text(json.dumps({**to_dict(transcript()), "empreinte_scenario": "0"}), encoding="utf-8")
    assert main(["bilan", str(kept), "--sortie", "a.html"]) == 0
    assert "une autre version du scénario" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (["12"], 1, "Aucune répétition ne porte le numéro 12"),
        (["9" * 30], 1, "ne peut pas être lu"),
        (["absent.json"], 1, "absent.json : ce fichier ne peut pas être lu"),
        (["faux.json"], 1, "ce n'est pas un document JSON"),
        (["autre.json"], 1, "est introuvable"),
        (["essai.json", "--sortie", "nulle/part.html"], 1, "Impossible d'écrire"),
        (["essai.json", "--sortie", "a.html", "--csv", "a.html"], 2, "Deux sorties"),
        (["essai.json", "--sortie", "essai.json"], 2, "choisissez un autre nom"),
        ([], 2, "il manque : REPETITION"),
    ],
)
def test_errors_are_sentences(
    arguments: list[str], code: int, expected: str, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("faux.json").write_text("{", encoding="utf-8")
    Path("autre.json").write_text(
        json.dumps({**to_dict(transcript()), "scenario": "inconnu"}), encoding="utf-8"
    )
    before = kept.read_bytes()
    assert main(["bilan", *arguments]) == code
    assert expected in capsys.readouterr().err
    assert kept.read_bytes() == before
    assert not list(Path.cwd().glob("*.html"))


def test_an_unknown_number_beside_others_is_told(own_place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    number = remembered(own_place)
    assert main(["bilan", str(number + 1)]) == 1
    assert f"numéro {number + 1}" in capsys.readouterr().err


def test_a_pdf_without_its_extra_says_what_to_install(
    kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "reportlab", None)
    monkeypatch.delitem(sys.modules, "coach.report.pdf", raising=False)
    assert main(["bilan", str(kept), "--pdf", "a.pdf"]) == 1
    assert "pip install 'coach-ndrc[pdf]'" in capsys.readouterr().err
    assert not Path("a.pdf").exists()
