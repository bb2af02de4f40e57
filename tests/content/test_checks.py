"""Proofs about a script and its draws, beyond the example of each code."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from coach.content.checks.draws import settled
from coach.content.checks.script import contradictions
from coach.content.packs import find_packs
from coach.content.problems import Problem, in_order, problem
from coach.content.verify import check
from coach.simulation.scenario import Condition
from tests.content.conftest import DATA
from tests.content.test_codes import BROKEN

Verify: TypeAlias = Callable[..., list[tuple[str, str]]]

BASE = (BROKEN / "base.yaml").read_text(encoding="utf-8")


GRID = (BROKEN / "grilles" / "petite.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ("type: acte_theme, actes: saluer", ["C102"]),
        ("type: delai, actes: saluer", ["C102"]),
        ("type: sans_exemple", ["C102"]),
        ("type: ensemble", ["C102"]),
        ("type: acte, actes: saluer, mots: bonjour", ["C103"]),
        ("type: acte, actes: saluer, poids: 0", ["C103"]),
        ("type: acte, actes: saluer, poids: 0, bloquant: oui", []),
        ("type: acte, actes: saluer, loi: retractation", []),
        ("type: delai, evenements: objection_soulevee, actes: relancer, tours: 2", []),
        ("type: ensemble, composants: [{type: acte, actes: saluer, manque: rien}]", ["C033"]),
        (
            "type: ensemble, complet: oui, composants: [{type: acte, actes: saluer, manque: rien}, "
            "{type: acte, actes: remercir, manque: rien}]",
            ["C042"],
        ),
        (
            "type: ensemble, composants: [{type: acte, actes: saluer, manque: rien}, "
            "{type: acte, actes: saluer, conseil: Non., manque: rien}]",
            ["C020"],
        ),
    ],
)
def test_indicator_when_its_keys_are_checked_then_these_codes(
    keys: str, codes: list[str], tmp_path: Path
) -> None:
    assert "type: acte, actes: saluer" in GRID
    (tmp_path / "petite.yaml").write_text(GRID.replace("type: acte, actes: saluer", keys), encoding="utf-8")
    assert [each.code for each in check(tmp_path / "petite.yaml")] == codes


def test_grid_of_the_trade_when_checked_then_its_criteria_are_its_own(tmp_path: Path) -> None:
    text = GRID.replace("b1.negocier.relation", "appel.accueil")
    (tmp_path / "petite.yaml").write_text(text, encoding="utf-8")
    assert [each.code for each in check(tmp_path / "petite.yaml")] == ["C050"]
    (tmp_path / "petite.yaml").write_text(
        text.replace("epreuve: E4", "epreuve: E4\nreferentiel: non"), encoding="utf-8"
    )
    assert check(tmp_path / "petite.yaml") == []


@pytest.fixture
def verify(tmp_path: Path) -> Verify:
    """Checks the base of the examples with some edits; gives codes with the last key of their path."""

    def run(*edits: tuple[str, str]) -> list[tuple[str, str]]:
        text = BASE
        for old, new in edits:
            assert old in text
            text = text.replace(old, new, 1)
        (tmp_path / "grilles").mkdir(exist_ok=True)
        for name in ("pack.yaml", "grilles/petite.yaml"):
            (tmp_path / name).write_bytes((BROKEN / name).read_bytes())
        (tmp_path / "base.yaml").write_text(text, encoding="utf-8")
        return [(each.code, each.key) for each in check(tmp_path / "base.yaml")]

    return run


def test_script_when_flag_is_set_out_of_reach_then_what_needs_it_is_too(
    verify: Verify,
) -> None:
    found = verify(
        ("{quand: {apres_tours: 3}, scene: vente}", "{quand: {apres_tours: 3, marque: gagne}, scene: suite}"),
        (
            "fins:",
            "  - {id: suite, libelle: Suite, vers: [{scene: vente}],\n"
            '     reactions: [{id: r, dit: "Oui.", marque: gagne}]}\nfins:',
        ),
    )
    assert found == [("C060", "scenes[2]")]


def test_script_when_objections_wait_for_each_other_then_neither_is_raised(verify: Verify) -> None:
    second = (
        '  - {id: delai-trop-long, libelle: Délai, quand: {objection_levee: prix}, dit: "C\'est long.",'
        " reponses: Deux semaines, levee_par: rassurer}\nnegociation:"
    )
    found = verify(
        ("quand: {acte: annoncer_prix}", "quand: {objection_soulevee: delai-trop-long}"),
        ("negociation:", second),
    )
    assert found == [("C063", "objections[0].quand"), ("C063", "objections[1].quand")]


def test_script_when_parameter_never_takes_the_value_then_condition_is_dead(verify: Verify) -> None:
    found = verify(
        ("{quand: {accord_complet: oui}, fin: accord}", "{quand: {parametre: {budget: 1}}, fin: accord}")
    )
    assert found == [("C066", "fins[0]")]


def test_script_when_general_ending_exists_then_no_scene_is_stuck(verify: Verify) -> None:
    loop = ("      - {quand: {acte: prendre_conge}, fin: rien}\n", "")
    general = (
        'reussite: echec, dit: "Au revoir."',
        'reussite: echec, quand: {tour_min: 30}, dit: "Au revoir."',
    )
    accord = (
        "      - {quand: {accord_complet: oui}, fin: accord}\n",
        "      - {quand: {accord_complet: oui}, scene: accueil}\n",
    )
    accord_general = ("reussite: haut, dit", "reussite: haut, quand: {accord_complet: oui}, dit")
    assert verify(loop, accord, general, accord_general) == []


def test_lines_when_each_draw_has_its_wording_then_nothing_to_say(verify: Verify) -> None:
    one = '{texte: "Un.", si: {parametre: {rival: Vélodis}}}'
    other = '{texte: "Deux.", si: {aucun_de: [{parametre: {rival: Vélodis}}]}}'
    assert verify(('dit: "Bonjour."', f"dit: [{one}, {other}]")) == []


def test_lines_when_one_draw_is_forgotten_then_told_which(verify: Verify) -> None:
    found = verify(('dit: "Bonjour."', 'dit: {texte: "Un.", si: {parametre: {rival: Vélodis}}}'))
    assert found == [("C096", "scenes[0].dit")]


def test_negotiation_when_limit_comes_from_a_parameter_then_each_set_is_tried(verify: Verify) -> None:
    cap = ("  - {id: rival,", '  - {id: cap, libelle: Mandat, original: 5, unite: "%"}\n  - {id: rival,')
    use = ("limite: 5}", 'limite: "{cap}"}')
    closed = ("change: {budget: 700}", "change: {cap: 2}")
    disordered = ("change: {budget: 1200}", "change: {cap: 1}")
    assert verify(cap, use, closed) == [("C076", "negociation.points[0]")]
    assert verify(cap, use, disordered) == [
        ("C076", "negociation.points[0]"),
        ("C075", "negociation.points[0].etudiant"),
    ]


def test_negotiation_when_character_wants_less_then_order_is_reversed(verify: Verify) -> None:
    assert ("C075", "negociation.points[0].personnage") in verify(
        ("personnage_veut: plus", "personnage_veut: moins")
    )


def test_names_when_file_has_also_a_fault_of_shape_then_both_are_told(verify: Verify) -> None:
    found = verify(
        ("canal: face-a-face", "canal: fax"),
        ("fin: rien}", "fin: riens}"),
        ("{acte: annoncer_prix}", "{acte: vendre}"),
    )
    assert [code for code, _ in found] == ["C029", "C042", "C041"]


@pytest.mark.parametrize(
    "condition",
    [
        Condition(known=("a",), unknown=("a",)),
        Condition(flags=("a",), no_flags=("a",)),
        Condition(objections_open=("a",), objections_lifted=("a",)),
        Condition(objections_open=("a",), no_open_objection=True),
        Condition(turns_min=5, turns_max=4),
        Condition(interest_min=50, interest_max=49),
    ],
)
def test_contradictions_when_condition_denies_itself_then_one_reason(condition: Condition) -> None:
    assert len(contradictions(condition)) == 1


def test_contradictions_when_bounds_touch_then_none() -> None:
    assert contradictions(Condition(trust_min=50, trust_max=50, known=("a",), unknown=("b",))) == []


@pytest.mark.parametrize(
    ("condition", "value"),
    [
        (Condition(), True),
        (Condition(parameters=(("p", (1.0,)),)), True),
        (Condition(parameters=(("p", (2.0,)),)), False),
        (Condition(trust_min=1), None),
        (Condition(trust_min=1, parameters=(("p", (2.0,)),)), False),
        (Condition(any_of=(Condition(trust_min=1), Condition())), True),
        (Condition(any_of=(Condition(trust_min=1),)), None),
        (Condition(none_of=(Condition(parameters=(("p", (2.0,)),)),)), True),
        (Condition(none_of=(Condition(trust_min=1),)), None),
        (Condition(none_of=(Condition(),)), False),
    ],
)
def test_settled_when_draw_decides_then_true_or_false_else_nothing(
    condition: Condition, value: bool | None
) -> None:
    assert settled(condition, {"p": 1.0}) is value


def test_problems_when_sorted_then_by_place_without_doubles() -> None:
    first, second = problem("C040", "a.yaml", "x"), problem("C041", "a.yaml", "y")
    assert in_order([second, first, second]) == [first, second]


def test_problem_when_printed_then_place_code_sentence_and_advice() -> None:
    found = Problem("C040", "erreur", "a.yaml", 3, 7, "scenes[0]", "Message.", "conseil")
    assert str(found) == "a.yaml:3:7  C040 erreur  Message.  → conseil"
    assert found.to_dict()["ligne"] == 3


def test_check_when_everything_shipped_then_no_problem() -> None:
    assert [str(each) for each in check()] == []


def test_check_when_test_pack_then_no_problem() -> None:
    assert [str(each) for each in check(DATA / "pack-test")] == []


def test_find_packs_when_folder_is_a_pack_itself_then_found() -> None:
    assert find_packs((DATA / "pack-test",)) == (DATA / "pack-test",)
