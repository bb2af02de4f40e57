"""Offers: what is given, asked, refused, accepted or withdrawn, said as students say it."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.language.offers import read_offers
from coach.language.quantities import read_quantities
from coach.language.reading import ActFound, IssueWords, Offer

ISSUES = (
    IssueWords("remise", "pourcentage", "%", ("remise", "réduction", "rabais", "geste")),
    IssueWords("prix", "montant", "€/mois", ("abonnement", "prix", "tarif", "mensualité", "par mois")),
    IssueWords("engagement", "duree", "mois", ("engagement", "engager", "contrat", "durée")),
    IssueWords("postes", "quantite", "postes", ("postes", "caisses", "poste")),
    IssueWords("delai", "duree", "jours", ("délai de livraison", "livraison", "livrer", "livré", "délai")),
    IssueWords("installation", "oui-non", "", ("installation", "installer", "mise en service")),
    IssueWords("formation", "oui-non", "", ("formation", "former")),
)
Expected = list[tuple[str, str, float | None, str]]
"""Move, point, value, and marks: ``c`` conditional, ``f`` final."""

GIVEN: list[tuple[str, str, Expected]] = [
    ("Je peux vous accorder 5 % de remise.", "", [("donner", "remise", 5, "")]),
    ("je vous fais 5 %", "", [("donner", "remise", 5, "")]),
    ("je vous  fais 5  %", "", [("donner", "remise", 5, "")]),
    ("je vous fais 5", "remise", [("donner", "remise", 5, "")]),
    ("allez, 6", "remise", [("donner", "remise", 6, "")]),
    ("5 %", "", [("donner", "remise", 5, "")]),
    ("je monte à 6 %", "", [("donner", "remise", 6, "")]),
    ("je peux aller jusqu'à 10 pourcent", "", [("donner", "remise", 10, "")]),
    ("jpeu vous fair 5 pourcent", "", [("donner", "remise", 5, "")]),
    ("disons 7 %", "", [("donner", "remise", 7, "")]),
    ("je reste sur mes 3 %", "", [("donner", "remise", 3, "")]),
    ("on peut s'entendre à 7 %", "", [("donner", "remise", 7, "")]),
    ("je vous fais 7 % et on n'en parle plus", "", [("donner", "remise", 7, "")]),
    ("on coupe la poire en deux : 7 %", "", [("donner", "remise", 7, "")]),
    ("7 % et on signe ?", "", [("donner", "remise", 7, "")]),
    ("je vous fais 5 %, ça vous va ?", "", [("donner", "remise", 5, "")]),
    ("On peut se mettre d'accord sur 6 % ?", "", [("donner", "remise", 6, "")]),
    ("entre 3 et 5 % de remise je peux faire", "", [("donner", "remise", 5, "")]),
    ("la remise passe de 5 à 8 %", "", [("donner", "remise", 8, "")]),
    ("si vous voulez je vous fais 5 %", "", [("donner", "remise", 5, "")]),
    ("je vous fais 5 % sans rien vous demander en échange", "", [("donner", "remise", 5, "")]),
    ("je vous fais une remise de 5 % sur les trois postes", "", [("donner", "remise", 5, "")]),
    ("l'abonnement est à 59 € par mois", "", [("donner", "prix", 59, "")]),
    ("le prix est de 59 euros HT par mois", "", [("donner", "prix", 59, "")]),
    ("ça vous revient à 708 € par an", "", [("donner", "prix", 59, "")]),
    ("ca sera 49 euro par moi", "", [("donner", "prix", 49, "")]),
    ("on descend à 55", "prix", [("donner", "prix", 55, "")]),
    ("on reste à 59 €, désolé", "prix", [("donner", "prix", 59, "")]),
    ("On peut partir sur 49 € par mois au lieu de 59", "", [("donner", "prix", 49, "")]),
    ("Je vous propose un engagement de 24 mois", "", [("donner", "engagement", 24, "")]),
    ("l'engagement c'est deux ans", "", [("donner", "engagement", 24, "")]),
    ("Je réduis l'engagement à douze mois.", "", [("donner", "engagement", 12, "")]),
    ("on passe l'engagement de 36 à 24 mois", "", [("donner", "engagement", 24, "")]),
    ("notre contrat est sans engagement", "", [("donner", "engagement", 0, "")]),
    ("24 mois, ça vous irait ?", "", [("donner", "engagement", 24, "")]),
    ("je vous livre sous 10 jours", "", [("donner", "delai", 10, "")]),
    ("je peux vous livrer dans deux semaines", "", [("donner", "delai", 14, "")]),
    ("nous livrons sous quinze jours", "delai", [("donner", "delai", 15, "")]),
]
SERVICES: list[tuple[str, str, Expected]] = [
    ("je vous offre l'installation", "", [("donner", "installation", None, "")]),
    ("l'instalation est offerte", "", [("donner", "installation", None, "")]),
    ("la formation est gratuite", "", [("donner", "formation", None, "")]),
    ("jvous offre la formassion", "", [("donner", "formation", None, "")]),
    ("l'installation c'est pour nous", "", [("donner", "installation", None, "")]),
    ("je vous l'offre, l'installation", "", [("donner", "installation", None, "")]),
    ("je vous mets la formation en plus", "", [("donner", "formation", None, "")]),
    ("la formation est comprise dans l'abonnement", "", [("donner", "formation", None, "")]),
    ("on oublie les frais d'installation", "", [("donner", "installation", None, "")]),
    ("je vous fais 59 € par mois sans la formation", "", [
        ("refuser", "formation", None, ""), ("donner", "prix", 59, "")]),
    ("la formation reste payante", "", [("refuser", "formation", None, "")]),
    ("je ne peux pas vous offrir la formation", "", [("refuser", "formation", None, "")]),
    ("l'installation n'est pas comprise", "", [("refuser", "installation", None, "")]),
    ("je retire la formation dans ce cas", "", [("retirer", "formation", None, "")]),
    ("l'installation offerte, c'est plus possible", "", [("retirer", "installation", None, "")]),
    ("si vous signez aujourd'hui, la formation est offerte", "", [("donner", "formation", None, "c")]),
    ("Et si je vous offrais la formation ?", "", [("donner", "formation", None, "c")]),
    ("Je vous offre l'installation, la formation et 5 % de remise", "", [
        ("donner", "installation", None, ""), ("donner", "formation", None, ""),
        ("donner", "remise", 5, "")]),
    ("je vous offre 10 % et l'installation est comprise", "", [
        ("donner", "remise", 10, ""), ("donner", "installation", None, "")]),
]  # fmt: skip
TIED: list[tuple[str, str, Expected]] = [
    ("je vous fais 5 % si vous prenez les trois ans", "", [
        ("donner", "remise", 5, "c"), ("demander", "engagement", 36, "")]),
    ("jvous fais 5% si vs prenez les 2", "", [("donner", "remise", 5, "c")]),
    ("je vous accord 5% de reduc si vous vous engagé sur 24 moi", "", [
        ("donner", "remise", 5, "c"), ("demander", "engagement", 24, "")]),
    ("si vous prenez les trois ans, 5 %", "", [
        ("demander", "engagement", 36, ""), ("donner", "remise", 5, "c")]),
    ("si vous prenez 36 mois je vous fais 5 %", "", [
        ("demander", "engagement", 36, ""), ("donner", "remise", 5, "c")]),
    ("Si vous montez à cinq caisses, la remise passe à 8 %.", "", [
        ("demander", "postes", 5, ""), ("donner", "remise", 8, "c")]),
    ("si je vous fais 5 %, vous signez pour 24 mois ?", "", [
        ("donner", "remise", 5, "c"), ("demander", "engagement", 24, "")]),
    ("je vous fais 5 % et vous prenez trois postes", "", [
        ("donner", "remise", 5, "c"), ("demander", "postes", 3, "")]),
    ("je vous propose 7 % de remise contre un engagement de 36 mois au lieu de 24", "", [
        ("donner", "remise", 7, "c"), ("demander", "engagement", 36, "")]),
    ("en échange d'un engagement de 36 mois je vous fais 8 %", "", [
        ("demander", "engagement", 36, ""), ("donner", "remise", 8, "c")]),
    ("Je vous fais 5 %. En contrepartie, vous vous engagez sur deux ans.", "", [
        ("donner", "remise", 5, "c"), ("demander", "engagement", 24, "")]),
    ("En contrepartie, je vous demande de vous engager sur deux ans.", "", [
        ("demander", "engagement", 24, "")]),
    ("la formation gratuite contre un engagement de vingt-quatre mois", "", [
        ("donner", "formation", None, "c"), ("demander", "engagement", 24, "")]),
    ("pour trois postes, je passe à 5 %", "", [("demander", "postes", 3, ""), ("donner", "remise", 5, "c")]),
    ("Pour un engagement de 24 mois, c'est 8 % de remise.", "", [
        ("demander", "engagement", 24, ""), ("donner", "remise", 8, "c")]),
    ("je vous fais 5 % pour un engagement de 24 mois", "", [
        ("demander", "engagement", 24, ""), ("donner", "remise", 5, "c")]),
    ("je vous fais l'installation gratuite mais il me faut un engagement de 3 ans", "", [
        ("donner", "installation", None, "c"), ("demander", "engagement", 36, "")]),
    ("8 % à condition de signer aujourd'hui", "", [("donner", "remise", 8, "c")]),
    ("je baisse à 8 mais alors il faut signer aujourd'hui", "remise", [("donner", "remise", 8, "c")]),
    ("Engagez-vous sur trois ans et je vous laisse 8 %", "", [
        ("demander", "engagement", 36, ""), ("donner", "remise", 8, "c")]),
    ("il me faudrait 24 mois d'engagement", "", [("demander", "engagement", 24, "")]),
    ("vous pourriez prendre quatre postes ?", "", [("demander", "postes", 4, "")]),
    ("vous seriez d'accord pour 24 mois ?", "", [("demander", "engagement", 24, "")]),
]  # fmt: skip
REFUSED: list[tuple[str, str, Expected]] = [
    ("Je ne peux pas vous faire 10 %.", "", [("refuser", "remise", 10, "")]),
    ("pas 10 % mais 5", "", [("refuser", "remise", 10, ""), ("donner", "remise", 5, "")]),
    ("Huit, je ne peux pas, mais cinq, oui", "remise", [
        ("refuser", "remise", 8, ""), ("donner", "remise", 5, "")]),
    ("dix c'est trop pour moi par contre je peux monter à sept", "remise", [
        ("refuser", "remise", 10, ""), ("donner", "remise", 7, "")]),
    ("12 je peux pas, à ce niveau là je travaille à perte", "remise", [("refuser", "remise", 12, "")]),
    ("20 % c'est non", "", [("refuser", "remise", 20, "")]),
    ("Cinq pour cent, oui ; dix, non.", "", [("donner", "remise", 5, ""), ("refuser", "remise", 10, "")]),
    ("Vous voulez 10 % ? C'est non.", "", [("refuser", "remise", 10, "")]),
    ("Non, 10 % c'est trop, je vous propose 6 %.", "", [
        ("refuser", "remise", 10, ""), ("donner", "remise", 6, "")]),
    ("même si vous prenez les cinq postes je ne peux pas faire 10 %", "", [("refuser", "remise", 10, "")]),
    ("je ne peux pas vous accorder 10 %, en revanche je peux vous offrir la mise en service", "", [
        ("refuser", "remise", 10, ""), ("donner", "installation", None, "")]),
    ("Je ne peux vraiment pas vous accorder cette remise", "", [("refuser", "remise", None, "")]),
    ("on ne fait pas de remise chez nous", "", [("refuser", "remise", None, "")]),
    ("je retire les 5 %", "", [("retirer", "remise", 5, "")]),
    ("dans ce cas je retire mon offre de 5 %", "", [("retirer", "remise", 5, "")]),
    ("on oublie la remise", "", [("retirer", "remise", None, "")]),
]  # fmt: skip
ACCEPTED: list[tuple[str, str, Expected]] = [
    ("d'accord pour 24 mois", "", [("accepter", "engagement", 24, "")]),
    ("va pour 8 %", "", [("accepter", "remise", 8, "")]),
    ("Entendu, je vous suis sur les huit pour cent", "", [("accepter", "remise", 8, "")]),
    ("ok, 55 €", "prix", [("accepter", "prix", 55, "")]),
    ("ok pour moins 10 mais que si c'est réglé en une fois", "remise", [("accepter", "remise", 10, "c")]),
    ("d'accord pour 5 % à condition que l'engagement passe à vingt-quatre mois", "", [
        ("accepter", "remise", 5, "c"), ("demander", "engagement", 24, "")]),
    ("soixante jours, d'accord, mais alors le contrat passe à trois ans", "delai", [
        ("accepter", "delai", 60, "c"), ("demander", "engagement", 36, "")]),
    ("ok pour l'installation offerte mais vous prenez 4 caisses", "", [
        ("accepter", "installation", None, "c"), ("demander", "postes", 4, "")]),
]  # fmt: skip
FINAL: list[tuple[str, str, Expected]] = [
    ("5 % c'est mon dernier mot", "", [("donner", "remise", 5, "f")]),
    ("je ne peux pas aller au-delà de 5 %", "", [("donner", "remise", 5, "f")]),
    ("4 pourcent cest le max", "", [("donner", "remise", 4, "f")]),
    ("trois pour cent reste ma limite", "", [("donner", "remise", 3, "f")]),
    ("je peux vous faire un geste de 5% mais pas plus", "", [("donner", "remise", 5, "f")]),
    ("mon directeur m'autorise 5 % maximum", "", [("donner", "remise", 5, "f")]),
    ("bon six et demi et c mon dernier mot", "remise", [("donner", "remise", 6.5, "f")]),
    ("10 % je peux pas, 5 % maximum", "", [("refuser", "remise", 10, ""), ("donner", "remise", 5, "f")]),
    ("Je peux descendre à 55 euros par mois mais c'est mon dernier prix", "", [("donner", "prix", 55, "f")]),
    ("12 mois, pas plus", "", [("donner", "engagement", 12, "f")]),
    ("impossible de descendre en dessous de 24 mois d'engagement", "", [("donner", "engagement", 24, "f")]),
]
MORE: list[tuple[str, str, Expected]] = [
    ("je vous fais 5 % si vous en prenez 4", "", [
        ("donner", "remise", 5, "c"), ("demander", "postes", 4, "")]),
    ("je vous offre l'installation, par contre on part sur douze mois d'engagement", "", [
        ("donner", "installation", None, "c"), ("demander", "engagement", 12, "")]),
    ("pour un paiement comptant, c'est trois pour cent de moins", "", [("donner", "remise", 3, "c")]),
    ("on peut vous faire une remise de bienvenue de dix pour cent", "", [("donner", "remise", 10, "")]),
    ("la remise je peux pas, en revanche l'installation serait pour nous", "", [
        ("refuser", "remise", None, ""), ("donner", "installation", None, "")]),
    ("C'est mon dernier mot : je vous les laisse à 55 euros par mois.", "", [("donner", "prix", 55, "f")]),
    ("Et pour 5 caisses vous passez à 10 % de remise", "", [
        ("demander", "postes", 5, ""), ("donner", "remise", 10, "c")]),
    ("tope là pour 6 %", "", [("accepter", "remise", 6, "")]),
    ("nous porterons l'engagement à trois ans", "", [("donner", "engagement", 36, "")]),
    ("Notre meilleure remise, c'est sept, et vous l'avez", "", [("donner", "remise", 7, "f")]),
]  # fmt: skip
UNKNOWN_POINT: list[tuple[str, str, Expected]] = [
    ("je vous fais 5", "", [("donner", "", 5, "")]),
    ("je vous enlève 200 euros sur le devis", "", [("donner", "", 200, "")]),
]
NO_OFFER = [
    "",
    "bonjour madame",
    "vous attendiez 10 % ?",
    "votre budget est de 1 800 € ?",
    "vous me demandez 12 %",
    "vous aviez parlé de 12 % de remise, c'est bien ça ?",
    "si j'ai bien compris vous voulez 10 % de remise",
    "mon collègue de Nantes avait accordé 5 % à un client l'an dernier",
    "Chez Novalit ils vous font 15 %, c'est ça ?",
    "un acompte de 30 %",
    "la TVA est à 20 %",
    "on a augmenté le chiffre d'affaires de 12 %",
    "la garantie passe de deux à quatre ans",
    "on s'est vus il y a deux ans",
    "vous avez trois postes",
    "vous prenez combien de postes ? trois ?",
    "donc il vous faut trois postes c'est ça ?",
    "c'est combien votre engagement, 24 mois ?",
    "3 ans, c'est trop long pour vous ?",
    "vous voulez la formation ?",
    "est-ce que vous avez besoin d'une installation ?",
    "L'installation prend deux heures",
    "la formation dure une journée",
    "l'installation, je vous la fais à 90 €",
    "la caisse coûte 1290 €",
    "trois mois gratuits",
    "je vous rappelle mardi à 14 h",
    "je récapitule : 5 % de remise, 24 mois d'engagement et l'installation offerte",
    "je tiens à mon prix",
    "Pour vous dépanner je vous offre deux mois",
    "je ne peux pas baisser mais je peux vous étaler ça sur dix mois",
    "le modèle reconditionné est garanti un an",
    "vous avez quatorze jours pour changer d'avis",
    "On peut commencer et voir dans trois mois.",
    "vous avez donc la remise de 5 % et un acompte de 30 %",
    "Et si on partait plutôt sur le modèle en 140 ?",
    "je maintiens le prix de 2025",
    "pas de reprise sur les véhicules de plus de dix ans",
    "Vous avez demandé si l'installation était offerte",
    "donc pour vous l'important ce serait une formation offerte",
    "Bonjour, vous avez deux minutes ?",
]


def offers(text: str, last_issue: str = "", acts: tuple[ActFound, ...] = ()) -> tuple[Offer, ...]:
    quantities = read_quantities(text, "2026-11-18")
    return read_offers(text, quantities, (), acts, ISSUES, last_issue)


def told(found: tuple[Offer, ...]) -> list[tuple[str, str, float | None, str]]:
    marks = [("c" if offer.conditional else "") + ("f" if offer.final else "") for offer in found]
    return sorted(
        ((o.move, o.issue, o.value, mark) for o, mark in zip(found, marks, strict=True)), key=lambda o: str(o)
    )


@pytest.mark.parametrize(
    ("text", "last_issue", "expected"),
    GIVEN + SERVICES + TIED + REFUSED + ACCEPTED + FINAL + MORE + UNKNOWN_POINT,
)
def test_offer_is_read_from_the_wording_alone(text: str, last_issue: str, expected: Expected) -> None:
    wanted = [
        (move, issue, None if value is None else float(value), marks)
        for move, issue, value, marks in expected
    ]
    assert told(offers(text, last_issue)) == sorted(wanted, key=lambda o: str(o))


@pytest.mark.parametrize("text", NO_OFFER)
def test_no_offer_is_read_when_nothing_is_put_on_the_table(text: str) -> None:
    assert offers(text) == ()


def test_value_is_converted_to_the_unit_of_the_point() -> None:
    years = (IssueWords("engagement", "duree", "ans", ("engagement",)),)
    weeks = (IssueWords("delai", "duree", "semaines", ("délai",)),)
    text = "je vous propose un engagement de 18 mois"
    assert read_offers(text, read_quantities(text), (), (), years)[0].value == 1.5
    text = "je vous garantis un délai de 21 jours"
    assert read_offers(text, read_quantities(text), (), (), weeks)[0].value == 3.0


def test_acts_decide_when_the_wording_is_silent() -> None:
    text = "alors pour une première commande comme celle-ci, 5 %"
    span = (0, len(text))
    assert offers(text) == ()
    assert told(offers(text, "", (ActFound("conceder", 0.9, *span),))) == [("donner", "remise", 5.0, "")]
    assert told(offers(text, "", (ActFound("refuser_concession", 0.9, *span),))) == [
        ("refuser", "remise", 5.0, "")
    ]
    assert offers(text, "", (ActFound("recapituler", 0.9, *span),)) == ()


def test_clauses_do_not_change_a_plain_offer() -> None:
    text = "je vous fais 5 % si vous prenez les trois ans"
    clauses = ((0, 16), (17, len(text)))
    found = read_offers(text, read_quantities(text), clauses, (), ISSUES)
    assert told(found) == told(offers(text))


def test_span_is_the_piece_that_says_it() -> None:
    text = "Bon, écoutez, je vous fais 5 % si vous prenez les trois ans."
    assert [text[o.start : o.end] for o in offers(text)] == [
        "je vous fais 5 %",
        "si vous prenez les trois ans",
    ]


def test_no_issue_gives_no_offer() -> None:
    text = "je vous fais 5 %"
    assert read_offers(text, read_quantities(text), (), (), ()) == ()


WORDS = (
    "je vous fais 5 % 24 mois si vous prenez les trois ans , . ? mais pas en échange contre la remise "
    "l'installation offerte engagement non d'accord pour 59 € par mois retire je ne peux pas dernier "
    "mot 10 c'est oui ; : formation sans gratuite et maximum au-delà de dans dix jours"
)
PIECES = st.sampled_from(WORDS.split())


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(st.text(max_size=150), st.lists(PIECES, max_size=30).map(" ".join)),
    st.sampled_from(["", "remise", "inconnu"]),
)
def test_any_text_gives_offers_with_spans_inside_it(raw: str, last_issue: str) -> None:
    text = unicodedata.normalize("NFC", raw)
    found = offers(text, last_issue)
    assert found == offers(text, last_issue)
    assert all(0 <= o.start < o.end <= len(text) for o in found)
    assert [o.start for o in found] == sorted(o.start for o in found)
    assert {o.issue for o in found} <= {"", *(issue.id for issue in ISSUES)}


@pytest.mark.parametrize(
    "piece", ["1 ", "vous ", "je vous fais 5 % ", "remise ", "si ", ", ", "vous me nous le "]
)
def test_long_input_is_read_quickly(piece: str) -> None:
    text = (piece * 5_000)[:10_000]
    quantities = read_quantities(text)
    start = time.process_time()
    read_offers(text, quantities, (), (), ISSUES, "remise")
    assert time.process_time() - start < 1.0


def test_a_delay_of_service_is_no_term_of_the_contract() -> None:
    issue = IssueWords("engagement", "duree", "mois", ("engagement", "durée", "contrat"))
    text = "Si elle tombe en panne on intervient sous 24 heures, c'est compris dans le contrat."
    assert read_offers(text, read_quantities(text), (), (), (issue,)) == ()
