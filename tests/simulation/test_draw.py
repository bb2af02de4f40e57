"""Draws and texts filled in French."""

from dataclasses import replace

import pytest

from coach.simulation.draw import announcements, changes, draw, fill, format_value, starred
from coach.simulation.french import enumerate_french, lower_first, typeset, with_article
from coach.simulation.scenario import Scenario, Subject


def test_draw_when_seed_is_the_same_then_subject_is_the_same(till: Scenario) -> None:
    assert draw(till, 7) == draw(till, 7)


def test_draw_when_seeds_differ_then_every_set_comes_up(till: Scenario) -> None:
    assert {draw(till, seed).set_id for seed in range(20)} == {"serre", "rival"}


def test_draw_when_set_is_empty_then_original_activity(till: Scenario) -> None:
    assert dict(draw(till, 7, "").values) == {"budget": 2500.0, "concurrent": "Tikkeo"}


def test_draw_when_set_is_named_then_it_is_used(till: Scenario) -> None:
    subject = draw(till, 7, "serre")
    assert subject.value("budget") == 1800.0
    assert changes(till, subject) == (("Budget", "2\u202f500\u00a0€", "1\u202f800\u00a0€"),)
    assert announcements(till, subject) == ("Le budget est de 1\u202f800\u00a0€.",)
    assert starred("Au plus {budget}", till, subject)
    assert not starred("Rival : {concurrent}", till, subject)


def test_changes_when_only_the_jury_knows_of_one_then_not_shown(till: Scenario) -> None:
    silent = replace(till, sets=(replace(till.sets[0], announced=("Le siège compte.",)),))
    assert changes(silent, draw(silent, 7, "serre")) == ()


def test_draw_when_set_is_unknown_then_key_error(till: Scenario) -> None:
    with pytest.raises(KeyError):
        draw(till, 7, "inconnu")


def test_fill_when_slot_is_unknown_then_it_stays_visible(till: Scenario, subject: Subject) -> None:
    assert fill("Voici {rien} et {valeur}", till, subject, valeur="8") == "Voici {rien} et 8"


def test_fill_when_author_repeats_the_unit_then_it_is_said_once(till: Scenario, subject: Subject) -> None:
    assert fill("{budget} € HT", till, subject) == "2\u202f500\u00a0€ HT"


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (1800.0, "EUR", "1\u202f800\u00a0€"),
        (8.0, "%", "8\u00a0%"),
        (12.5, "%", "12,5\u00a0%"),
        (24.0, "mois", "24\u00a0mois"),
        (1.0, "ventes", "1\u00a0vente"),
        (49.9, "€", "49,90\u00a0€"),
        ("le marché", "", "le marché"),
    ],
)
def test_format_value_when_french_then_units_and_spaces(value: float | str, unit: str, shown: str) -> None:
    assert format_value(value, unit) == shown


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Remise sur le carton", "la remise sur le carton"),
        ("Engagement", "l'engagement"),
        ("Budget de la matinée", "le budget de la matinée"),
        ("Durée", "la durée"),
        ("Collègues mobilisés", "les collègues mobilisés"),
        ("Le prix", "le prix"),
        ("L'enveloppe", "l'enveloppe"),
    ],
)
def test_with_article_when_label_then_noun_phrase(label: str, said: str) -> None:
    assert with_article(label) == said


def test_small_french_when_asked_then_right() -> None:
    assert enumerate_french(["a", "b", "c"]) == "a, b et c"
    assert lower_first("TVA") == "TVA"
    assert typeset("Quoi ? « Oui » : 5 %") == "Quoi\u202f? «\u202fOui\u202f»\u00a0: 5\u00a0%"
