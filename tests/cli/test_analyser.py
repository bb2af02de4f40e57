"""`coach analyser --actes`: any other set of acts, from the file to the JSON lines."""

import json
from pathlib import Path

import pytest

from coach.cli import main

GREET_OR_PAY = """\
actes:
  - id: saluer
    libelle: Saluer
    exemples: ["bonjour", "salut à tous", "bonsoir madame"]
  - id: payer
    libelle: Payer
    exemples: ["je paye", "voici ma carte", "je règle en espèces"]
"""


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Files are named shortly, and the journal is not that of the developer."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COACH_DONNEES", str(tmp_path / "donnees"))
    return tmp_path


def written(name: str, content: str | bytes) -> str:
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return name


def run(acts: str, questions: str, *more: str) -> int:
    return main(["analyser", "--actes", acts, "--fichier", questions, "--json", *more])


def test_each_line_when_read_then_gives_one_line_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    acts = written("actes.yaml", GREET_OR_PAY)
    lines = [{"id": 7, "texte": "bonsoir"}, {"id": "x", "texte": ""}, {"texte": "je paie par carte \ud800"}]
    questions = written("q.jsonl", "\n".join(json.dumps(line) for line in lines))
    assert run(acts, questions, "--unique") == 0
    first = capsys.readouterr().out
    assert run(acts, questions, "--unique") == 0
    assert capsys.readouterr().out == first
    found = [json.loads(line) for line in first.splitlines()]
    assert [row["id"] for row in found] == [7, "x", ""]
    assert all(len(row["actes"]) == 1 and set(row["actes"][0]) == {"id", "confiance"} for row in found)
    assert [found[0]["actes"][0]["id"], found[2]["actes"][0]["id"]] == ["saluer", "payer"]


def test_acts_when_not_unique_then_only_likely_ones_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    acts = written("actes.yaml", GREET_OR_PAY)
    assert run(acts, written("q.jsonl", '{"id": 1, "texte": "bonsoir madame"}\n')) == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [act["id"] for act in row["actes"]] == ["saluer"]


@pytest.mark.parametrize(
    "content",
    [
        '{"actes": [{"id": "a", "exemples": ["payer"]}, {"id": "b", "libelle": "Saluer"}]}',
        '[{"id": "a", "libelle": "Payer"}, {"id": "b", "libelle": "Saluer"}]',
        "actes:\n- {id: a, exemples: [je paye]}\n",
    ],
)
def test_taxonomy_when_json_or_bare_or_single_then_is_learnt(
    content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(written("actes.json", content), written("q.jsonl", '{"texte": "payer"}'), "--unique") == 0
    assert json.loads(capsys.readouterr().out)["actes"][0]["id"] == "a"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("actes:\n  - libelle: Saluer\n    exemples: [bonjour]\n", "actes.yaml:2:5"),
        ("actes:\n  - id: a\n    exemple: [bonjour]\n", "« a » n'a ni « exemples » ni « libelle »"),
        ("actes:\n  - id: a\n    exemples: bonjour\n", "« exemples » doit être une liste"),
        ("actes:\n  - id: a\n    exemples: ['']\n", "actes.yaml:3:16"),
        ("actes:\n  - id: a\n   bad: [\n", "actes.yaml:3"),
        ('{"actes": [}', "actes.yaml:1"),
        ("actes: bonjour\n", "« actes » doit être une liste"),
        ("acts: []\n", "n'a aucun acte"),
        ("", "vide"),
        (b"\xff\xfe\x00\x01", "UTF-8"),
    ],
)
def test_faulty_taxonomy_when_read_then_says_where_in_french(
    content: str | bytes, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    acts = written("actes.yaml", content)
    assert run(acts, written("q.jsonl", '{"texte": "bonjour"}')) == 1
    shown = capsys.readouterr()
    assert expected in shown.err
    assert shown.out == ""
    assert len(set(shown.err.splitlines())) == len(shown.err.splitlines())


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('{"texte": "bonjour"}\n{"id": 2}\n', "q.jsonl:2 : il faut au moins « texte »"),
        ('{"texte": "bonjour"}\nbonjour\n', "q.jsonl:2 : ce n'est pas un objet JSON"),
        ('[{"texte": "bonjour"}]', "q.jsonl:1 : il faut au moins « texte »"),
        ('{"texte": 3}', "q.jsonl:1"),
        (b'{"texte": "bonjour"}\n\xff\xfe', "q.jsonl:2 : cette ligne n'est pas en UTF-8"),
        ("", "vide"),
    ],
)
def test_faulty_questions_when_read_then_nothing_but_the_fault_is_told(
    content: str | bytes, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(written("actes.yaml", GREET_OR_PAY), written("q.jsonl", content)) == 1
    shown = capsys.readouterr()
    assert expected in shown.err
    assert shown.out == ""


def test_absent_files_when_named_then_reason_is_french(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("absent.yaml", "absent.jsonl") == 1
    assert run(written("actes.yaml", GREET_OR_PAY), "absent.jsonl") == 1
    assert capsys.readouterr().err.count("il n'existe pas") == 2


def test_help_when_asked_then_tells_the_format(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["analyser", "--help"])
    assert "«\u202fexemples\u202f»" in capsys.readouterr().out
