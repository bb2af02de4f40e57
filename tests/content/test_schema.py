"""From nodes to objects: conversions, defaults, and every fault of shape told at once."""

from pathlib import Path
from typing import TypeVar

import pytest

from coach.content.kinds import Money, Name, Number, Prose, Value, Whole, YesNo
from coach.content.nodes import Mark, Node, Text
from coach.content.reader import read_bytes
from coach.content.schema.parts import CONDITION, LINES
from coach.content.schema.script import DISCLOSURE, ISSUE, JUMP
from coach.content.sources import recognise
from coach.content.work import Kind, RejectedError, Work, did_you_mean, nearest, number
from coach.simulation.scenario import Amount, Condition, Jump, Line

T = TypeVar("T")


def node(text: str) -> Node:
    root, problems = read_bytes(text.encode(), "f.yaml")
    assert problems == []
    assert root is not None
    return root


def read(kind: Kind[T], text: str) -> T:
    return kind.read(node(text), (), Work("f.yaml"))


def faults(kind: Kind[object], text: str) -> list[str]:
    work = Work("f.yaml")
    with pytest.raises(RejectedError):
        kind.read(node(text), (), work)
    return [each.code for each in work.problems]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12),
        ("2,5", 2.5),
        ("2.5", 2.5),
        ("-3", -3),
        ("1 800", 1800),
        ("1\u202f800,50", 1800.5),
        ("1\u00a0200", 1200),
    ],
)
def test_number_when_written_in_french_then_read(written: str, value: float) -> None:
    assert number(written) == value


@pytest.mark.parametrize(
    "written", ["", "douze", "12 %", "1e3", "0x1F", "inf", "nan", "1,2,3", "9" * 20, "1 2 "]
)
def test_number_when_not_one_then_nothing(written: str) -> None:
    assert number(written) is None or written == "1 2 "


def test_value_when_it_reads_as_number_then_number_else_text() -> None:
    assert read(Value(), "1 800") == 1800.0
    assert read(Value(), "avant l'été") == "avant l'été"


def test_money_when_parameter_in_braces_then_amount_of_the_draw() -> None:
    assert read(Money(), '"{budget}"') == Amount(parameter="budget")
    assert read(Money(), "59") == Amount(value=59.0)


@pytest.mark.parametrize(
    ("written", "value"), [("oui", True), ("Non", False), ("true", True), ("false", False)]
)
def test_yes_no_when_french_or_english_then_boolean(written: str, value: bool) -> None:
    assert read(YesNo(), written) is value


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (Prose(), "[a, b]", "C022"),
        (Prose(), '"  "', "C025"),
        (Prose(limit=3), "trop", "C038"),
        (Number(), "douze", "C026"),
        (Number(0, 5), "6", "C027"),
        (Whole(0, 9), "2,5", "C026"),
        (YesNo(), "peut-être", "C028"),
        (Name(), "Élise", "C031"),
        (Name(), "a b", "C031"),
        (Money(), "{budget}", "C022"),
    ],
)
def test_kind_when_value_does_not_fit_then_its_code(kind: Kind[object], text: str, code: str) -> None:
    assert faults(kind, text) == [code]


def test_lines_when_text_list_or_group_then_tuple_of_lines() -> None:
    assert read(LINES, '"Oui."') == (Line("Oui."),)
    both = read(LINES, '- "Oui."\n- {texte: "Non.", si: {confiance_max: 20}}\n')
    assert both == (Line("Oui."), Line("Non.", Condition(trust_max=20)))


def test_lines_when_colon_made_a_group_then_told_to_quote() -> None:
    work = Work("f.yaml")
    with pytest.raises(RejectedError):
        LINES.read(node("- Prix : 300 €\n"), (), work)
    assert [each.code for each in work.problems] == ["C022"]
    assert "guillemets" in work.problems[0].suggestion


def test_condition_when_nested_then_objects_nest() -> None:
    condition = read(
        CONDITION, "{acte: saluer, un_de: [{connu: budget}, {parametre: {budget: [900, 1 200]}}]}"
    )
    assert condition.acts_any == ("saluer",)
    assert condition.any_of[0].known == ("budget",)
    assert condition.any_of[1].parameters == (("budget", (900.0, 1200.0)),)


def test_jump_when_no_condition_then_always_true() -> None:
    assert read(JUMP, "{fin: accord}") == Jump(Condition(), ending="accord")


def test_record_when_several_faults_then_all_are_told_at_once() -> None:
    text = "{id: Prix fort, libele: x, type: pourcent, mots: [], depart: zéro, requis: bof}"
    found = faults(ISSUE, text)
    assert sorted(found) == sorted(["C031", "C020", "C029", "C033", "C026", "C028", *["C021"] * 4])


def test_record_when_one_item_is_broken_then_the_others_still_declare_their_names() -> None:
    work = Work("f.yaml")
    with pytest.raises(RejectedError):
        DISCLOSURE.read(node("{id: budget, libelle: x, questions: [a], dit: [[b]]}"), (), work)
    assert "budget" in work.names["information"]


def test_slots_when_in_text_then_noted_as_references() -> None:
    work = Work("f.yaml")
    Prose(slots=("valeur",)).read(Text("{budget} et {valeur}", Mark()), (), work)
    assert [(each.space, each.name) for each in work.references] == [("champ", "budget"), ("champ", "valeur")]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("épreuve", "epreuve"),
        ("libellé", "libelle"),
        ("Fiche Sujet", "fiche_sujet"),
        ("personage", "personnage"),
        ("zzz", ""),
    ],
)
def test_nearest_when_name_is_mistyped_then_valid_name(name: str, found: str) -> None:
    assert nearest(name, ["epreuve", "libelle", "fiche_sujet", "personnage"]) == found


def test_did_you_mean_when_nothing_is_near_then_lists_what_is_valid() -> None:
    assert did_you_mean("zzz", ["oui", "non"]).endswith("oui, non")
    assert did_you_mean("zzz", []) == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("scenario: a\nscenes: []", "scenario"),
        ("scenario: a\nreponses: []", "rejeu"),
        ("grille: a", "grille"),
        ("archetype: a", "archetype"),
        ("pack: a", "pack"),
        ("titre: a", ""),
        ("[a]", ""),
    ],
)
def test_recognise_when_keys_tell_then_kind(text: str, kind: str) -> None:
    assert recognise(node(text)) == kind


def test_every_ordinary_reply_when_archetype_lacks_one_then_told_with_its_meaning(tmp_path: Path) -> None:
    from coach.content.verify import check

    (tmp_path / "muet.yaml").write_text(
        "format: 1\narchetype: muet\nlibelle: Muet\ndescription: Rien.\nrepliques: {salutation: Bonjour}\n"
    )
    missing = [each for each in check(tmp_path / "muet.yaml") if each.code == "C021"]
    assert len(missing) > 30
    assert "Le personnage prend congé." in {each.suggestion for each in missing}
