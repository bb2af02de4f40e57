"""Dates and hours, resolved from a Wednesday, 18 November 2026."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.language.dates import find_dates, parse_day
from coach.language.folding import fold
from coach.language.quantities import read_quantities

TODAY = "2026-11-18"

DATES = [
    ("mardi", "2026-11-24"),
    ("mardi prochain", "2026-11-24"),
    ("mercredi", "2026-11-25"),
    ("mardi dernier", "2026-11-17"),
    ("lundi en huit", "2026-11-30"),
    ("lundi en quinze", "2026-12-07"),
    ("mardi suivant", "2026-12-01"),
    ("vendredi de la semaine prochaine", "2026-11-27"),
    ("jeudi 26", "2026-11-26"),
    ("samedi 21 novembre", "2026-11-21"),
    ("3 décembre", "2026-12-03"),
    ("3 decembre", "2026-12-03"),
    ("3 déc.", "2026-12-03"),
    ("trois décembre", "2026-12-03"),
    ("1er mars", "2027-03-01"),
    ("premier mai", "2027-05-01"),
    ("15 janvier 2028", "2028-01-15"),
    ("4 mars 1980", "1980-03-04"),
    ("03/12/2026", "2026-12-03"),
    ("3/12/26", "2026-12-03"),
    ("03-12-2026", "2026-12-03"),
    ("2026-12-24", "2026-12-24"),
    ("mi-mars", "2027-03-15"),
    ("fin mars", "2027-03-31"),
    ("début avril", "2027-04-01"),
    ("mi-janvier 2028", "2028-01-15"),
    ("fin 2026", "2026-12-31"),
    ("mars prochain", "2027-03-01"),
    ("demain", "2026-11-19"),
    ("demain matin", "2026-11-19"),
    ("après-demain", "2026-11-20"),
    ("apres demain", "2026-11-20"),
    ("aujourd'hui", "2026-11-18"),
    ("aujourdhui", "2026-11-18"),
    ("ce soir", "2026-11-18"),
    ("hier", "2026-11-17"),
    ("avant-hier", "2026-11-16"),
    ("dans trois semaines", "2026-12-09"),
    ("dans 10 jours", "2026-11-28"),
    ("dans un mois", "2026-12-18"),
    ("dans un mois et demi", "2027-01-02"),
    ("dans un an", "2027-11-18"),
    ("dans 48 heures", "2026-11-20"),
    ("d'ici quinze jours", "2026-12-03"),
    ("d’ici deux mois", "2027-01-18"),
    ("dans une quinzaine de jours", "2026-12-03"),
    ("sous quinzaine", "2026-12-03"),
    ("il y a deux semaines", "2026-11-04"),
    ("la semaine prochaine", "2026-11-23"),
    ("la semaine dernière", "2026-11-09"),
    ("cette semaine", "2026-11-16"),
    ("fin de semaine", "2026-11-20"),
    ("en fin de semaine prochaine", "2026-11-27"),
    ("ce week-end", "2026-11-21"),
    ("le mois prochain", "2026-12-01"),
    ("fin du mois", "2026-11-30"),
    ("d'ici la fin du mois prochain", "2026-12-31"),
    ("fin d'année", "2026-12-31"),
    ("l'an dernier", "2025-01-01"),
    ("semaine 50", "2026-12-07"),
    ("le 22", "2026-11-22"),
    ("le 15", "2026-12-15"),
    ("avant le 20", "2026-11-20"),
]
IN_SENTENCES = [
    ("je vous rappelle mardi prochain à 14 h", "mardi prochain", "2026-11-24"),
    ("On peut livrer pour le 3 décembre, si vous signez.", "3 décembre", "2026-12-03"),
    ("vous l'aurez en mars", "mars", "2027-03-01"),
    ("on bosse ensemble depuis septembre", "septembre", "2026-09-01"),
    ("livraison le 2, et moi je reprends les vieux", "le 2", "2026-12-02"),
    ("si vous décalez au 22 vous tombez pile", "au 22", "2026-11-22"),
    ("je vous rappelle le 9", "le 9", "2026-12-09"),
]
NO_DATE = [
    "le samedi on ferme",
    "la hotline du samedi",
    "le mardi on est fermés",
    "nous sommes joignables 24/7",
    "trois quarts",
    "30 jours fin de mois",
    "le 14 rue des Lilas",
    "le 8 kilowatts",
    "il y a 20 personnes",
    "je vous mets en attente dans deux minutes",
    "mais oui",
    "le 42",
    "4,7/5",
]
UNRESOLVED = [
    ("Mardi  prochain", "mardi prochain"),
    ("d’ici quinze jours", "d'ici quinze jours"),
    ("le 22", "le 22"),
    ("mi-mars", "mi-mars"),
    ("3 décembre", "3 décembre"),
]
HOURS = [
    ("rendez-vous à 14 h 30", "14:30", "14 h 30"),
    ("14h30", "14:30", "14h30"),
    ("14:30", "14:30", "14:30"),
    ("lundi 14h", "14:00", "14h"),
    ("vers 14 heures", "14:00", "14 heures"),
    ("mardi quatorze heures trente", "14:30", "quatorze heures trente"),
    ("on dit midi et demi", "12:30", "midi et demi"),
    ("minuit", "00:00", "minuit"),
    ("9h du matin", "09:00", "9h du matin"),
    ("8 h du soir", "20:00", "8 h du soir"),
    ("trois heures de l'après-midi", "15:00", "trois heures de l'après-midi"),
    ("à dix heures et quart", "10:15", "dix heures et quart"),
    ("à dix heures moins le quart", "09:45", "dix heures moins le quart"),
    ("avant 17h", "17:00", "17h"),
    ("jusqu'à 18 h 05", "18:05", "18 h 05"),
    ("votre réunion de 14h", "14:00", "14h"),
    ("je vous rappelle à 14 h 30, sans faute", "14:30", "14 h 30"),
]
NO_HOUR = [
    "deux heures de formation",
    "35 heures par semaine",
    "sous 24 h",
    "pendant 3 heures",
    "dans 2 h",
    "cet après-midi",
]


@pytest.mark.parametrize(("text", "day"), DATES)
def test_date_alone_is_resolved(text: str, day: str) -> None:
    found = read_quantities(text, TODAY)
    assert [(q.kind, q.value, q.text) for q in found] == [("date", day, text)]


@pytest.mark.parametrize(("text", "said", "day"), IN_SENTENCES)
def test_date_in_a_sentence_is_resolved_with_its_span(text: str, said: str, day: str) -> None:
    found = [q for q in read_quantities(text, TODAY) if q.kind == "date"]
    assert [(q.value, q.text) for q in found] == [(day, said)]


@pytest.mark.parametrize("text", NO_DATE)
def test_no_date_is_read_when_none_is_said(text: str) -> None:
    assert find_dates(fold(text), TODAY) == []


@pytest.mark.parametrize(("text", "said"), UNRESOLVED)
def test_relative_date_without_today_keeps_its_words(text: str, said: str) -> None:
    found = read_quantities(text)
    assert [(q.kind, q.value) for q in found] == [("date", said)]


def test_absolute_date_without_today_is_resolved() -> None:
    assert [q.value for q in read_quantities("le 3 décembre 2026")] == ["2026-12-03"]


@pytest.mark.parametrize(("text", "value", "said"), HOURS)
def test_hour_is_read(text: str, value: str, said: str) -> None:
    found = [q for q in read_quantities(text, TODAY) if q.kind == "heure"]
    assert [(q.value, q.text) for q in found] == [(value, said)]


@pytest.mark.parametrize("text", NO_HOUR)
def test_no_hour_is_read_when_the_words_say_a_duration(text: str) -> None:
    assert [q for q in read_quantities(text, TODAY) if q.kind == "heure"] == []


def test_impossible_day_is_not_a_date() -> None:
    assert read_quantities("31/02/2026", TODAY) == ()
    assert [q.value for q in read_quantities("30 février 2026", TODAY)] == ["30 février 2026"]


def test_lunch_break_is_a_range() -> None:
    found = read_quantities("entre midi et deux")
    assert [(q.value, q.high) for q in found] == [("12:00", "14:00")]


def test_unreadable_today_resolves_nothing() -> None:
    assert parse_day("hier") is None
    assert [q.value for q in read_quantities("demain", "pas une date")] == ["demain"]


@settings(max_examples=60, deadline=None)
@given(st.dates(), st.sampled_from([text for text, _ in DATES]))
def test_any_today_gives_iso_dates_or_words(today: object, text: str) -> None:
    for quantity in read_quantities(text, str(today)):
        assert isinstance(quantity.value, str)
        assert parse_day(quantity.value) is not None or quantity.value == " ".join(
            text.lower().replace("’", "'").split()
        )
