"""Dates as a sale says them: periods, named days, parts of a day, ranges; from Monday 23 November 2026."""

import pytest

from coach.language.quantities import read_quantities

TODAY = "2026-11-23"
DAYS = [
    ("mardi en 8", "2026-12-01"),
    ("lundi en huit", "2026-11-30"),
    ("jeudi la semaine prochaine", "2026-12-03"),
    ("jeudi de la semaine d'après", "2026-12-03"),
    ("vendredi de la semaine dernière", "2026-11-20"),
    ("mercredi cette semaine", "2026-11-25"),
    ("jeudi matin", "2026-11-26"),
    ("vendredi en fin de journée", "2026-11-27"),
    ("jeu. 26 novembre", "2026-11-26"),
    ("mardi quinze décembre", "2026-12-15"),
    ("12 janvier, 2027", "2027-01-12"),
    ("5 novembre dernier", "2026-11-05"),
    ("20/12", "2026-12-20"),
    ("31/10/74", "1974-10-31"),
    ("2027/01/15", "2027-01-15"),
    ("03/2027", "2027-03-01"),
    ("le lendemain", "2026-11-24"),
    ("dans un an et six mois", "2028-05-23"),
    ("dans vingt-cinq jours", "2026-12-18"),
    ("fin du mois de mars", "2027-03-31"),
    ("début du mois d'avril", "2027-04-01"),
    ("janvier", "2027-01-01"),
    ("le mois qui vient", "2026-12-01"),
    ("la première semaine de janvier", "2027-01-01"),
    ("la deuxième quinzaine de mars", "2027-03-16"),
    ("le dernier vendredi de janvier", "2027-01-29"),
    ("le dernier jour de février 2028", "2028-02-29"),
    ("T1 2027", "2027-01-01"),
    ("au deuxième trimestre", "2027-04-01"),
    ("fin du premier semestre", "2027-06-30"),
    ("au printemps prochain", "2027-03-21"),
    ("cet hiver", "2026-12-21"),
    ("à l'automne 2027", "2027-09-22"),
]
PERIODS = [
    ("du 14 au 17 janvier", "2027-01-14", "2027-01-17"),
    ("du 13 au 18", "2026-12-13", "2026-12-18"),
    ("entre le 5 et le 9 décembre", "2026-12-05", "2026-12-09"),
    ("du 28 décembre au 3 janvier", "2026-12-28", "2027-01-03"),
    ("du lundi 1er au mercredi 10 mars", "2027-03-01", "2027-03-10"),
    ("de juin à septembre", "2027-06-01", "2027-09-01"),
]
IN_SENTENCES = [
    ("on livre avant Noël", "Noël", "2026-12-25"),
    ("c'est plus calme depuis la rentrée", "la rentrée", "2026-09-01"),
    ("vos factures de février", "février", "2027-02-01"),
]
NOT_DATES = [
    "je rappellerai les contacts dans la semaine qui suit",
    "mai je peux pas",
    "dix sept postes",
    "en été on ferme",
    "c'est pire l'hiver",
    "un cadeau de Noël",
    "trois sept neuf",
    "ils signent dans les trois mois",
]
HOURS = [
    ("de 9h30 jusqu'à 11h", "09:30", "11:00"),
    ("9h30 - 11h00", "09:30", "11:00"),
    ("de 8 h à midi", "08:00", "12:00"),
    ("entre midi et 2", "12:00", "14:00"),
    ("à partir de 17 heures", "17:00", None),
    ("à trois heures cet après-midi", "15:00", None),
    ("à 8 et quart", "08:15", None),
    ("vers huit et demie", "08:30", None),
    ("8 du matin", "08:00", None),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_date_when_said_as_in_a_sale_then_resolved_whole(text: str, day: str) -> None:
    found = read_quantities(text, TODAY)
    assert [(q.kind, q.value) for q in found] == [("date", day)]
    assert len(text) - len(found[0].text) <= len("le ")


@pytest.mark.parametrize(("text", "first", "last"), PERIODS)
def test_two_dates_when_they_bound_a_period_then_one_range(text: str, first: str, last: str) -> None:
    assert [(q.kind, q.value, q.high) for q in read_quantities(text, TODAY)] == [("date", first, last)]


@pytest.mark.parametrize(("text", "said", "day"), IN_SENTENCES)
def test_named_date_when_in_a_sentence_then_found(text: str, said: str, day: str) -> None:
    assert [(q.text, q.value) for q in read_quantities(text, TODAY)] == [(said, day)]


@pytest.mark.parametrize("text", NOT_DATES)
def test_words_of_dates_when_no_day_is_meant_then_no_date(text: str) -> None:
    assert [q for q in read_quantities(text, TODAY) if q.kind == "date"] == []


@pytest.mark.parametrize(("text", "hour", "high"), HOURS)
def test_hour_when_said_without_its_usual_signs_then_read(text: str, hour: str, high: str | None) -> None:
    found = [q for q in read_quantities(text, TODAY) if q.kind == "heure"]
    assert [(q.value, q.high) for q in found] == [(hour, high)]


def test_period_when_the_day_of_the_story_is_unknown_then_its_words_are_kept() -> None:
    assert [q.value for q in read_quantities("cet hiver")] == ["cet hiver"]
    assert [q.value for q in read_quantities("la première semaine de janvier")] == [
        "la première semaine de janvier"
    ]
