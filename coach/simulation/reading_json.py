"""A `Reading` as plain JSON data with French keys, and back.

texte           the utterance
actes           [{id, confiance, debut, fin, raison}]
correspondances [{type, cible, confiance, debut, fin, exemple}]
quantites       [{type, valeur, haut, unite, texte, debut, fin, approximatif, negation}]
offres          [{geste, point, valeur, conditionnelle, finale, debut, fin}]
question        ouverte | fermee | aucune
negative        true | false
registre        vous | tu | neutre
pertinent       false for a text unrelated to the exchange
propositions    [{debut, fin}]: the clauses
"""

from typing import get_args

from coach.language.reading import (
    ActFound,
    Match,
    Offer,
    OfferMove,
    Quantity,
    QuantityKind,
    QuestionForm,
    Reading,
    Register,
)
from coach.simulation.json_values import LONGEST_TEXT, Fields, JsonObject

_MOST = 400
"""Acts, matches, quantities… of one utterance."""
_SPAN = {"debut", "fin"}
READING_KEYS = frozenset(
    {"texte", "actes", "correspondances", "quantites", "offres", "propositions"}
    | {"question", "negative", "registre", "pertinent"}
)
_ACT = frozenset(_SPAN | {"id", "confiance", "raison"})
_MATCH = frozenset(_SPAN | {"type", "cible", "confiance", "exemple"})
_QUANTITY = frozenset(_SPAN | {"type", "valeur", "haut", "unite", "texte", "approximatif", "negation"})
_OFFER = frozenset(_SPAN | {"geste", "point", "valeur", "conditionnelle", "finale"})
_QUANTITY_KINDS: tuple[QuantityKind, ...] = get_args(QuantityKind)
_MOVES: tuple[OfferMove, ...] = get_args(OfferMove)
_FORMS: tuple[QuestionForm, ...] = get_args(QuestionForm)
_REGISTERS: tuple[Register, ...] = get_args(Register)


def reading_to_dict(reading: Reading) -> JsonObject:
    """The reading as JSON data."""
    return {
        "texte": reading.text,
        "actes": [
            {"id": a.act, "confiance": a.confidence, "debut": a.start, "fin": a.end, "raison": a.reason}
            for a in reading.acts
        ],
        "correspondances": [
            {
                "type": m.kind,
                "cible": m.target,
                "confiance": m.confidence,
                "debut": m.start,
                "fin": m.end,
                "exemple": m.example,
            }
            for m in reading.matches
        ],
        "quantites": [
            {
                "type": q.kind,
                "valeur": q.value,
                "haut": q.high,
                "unite": q.unit,
                "texte": q.text,
                "debut": q.start,
                "fin": q.end,
                "approximatif": q.approximate,
                "negation": q.negated,
            }
            for q in reading.quantities
        ],
        "offres": [
            {
                "geste": o.move,
                "point": o.issue,
                "valeur": o.value,
                "conditionnelle": o.conditional,
                "finale": o.final,
                "debut": o.start,
                "fin": o.end,
            }
            for o in reading.offers
        ],
        "question": reading.question,
        "negative": reading.negative,
        "registre": reading.register,
        "pertinent": reading.in_scope,
        "propositions": [{"debut": start, "fin": end} for start, end in reading.clauses],
    }


def reading_from_fields(fields: Fields) -> Reading:
    """The reading, checked. Raises `ContentError`."""
    text = fields.text("texte", LONGEST_TEXT)
    length = len(text)
    return Reading(
        text=text,
        acts=tuple(_act(each, length) for each in fields.each("actes", _ACT, _MOST)),
        matches=tuple(_match(each, length) for each in fields.each("correspondances", _MATCH, _MOST)),
        quantities=tuple(_quantity(each, length) for each in fields.each("quantites", _QUANTITY, _MOST)),
        offers=tuple(_offer(each, length) for each in fields.each("offres", _OFFER, _MOST)),
        question=fields.choice("question", _FORMS),
        negative=fields.flag("negative"),
        register=fields.choice("registre", _REGISTERS),
        in_scope=fields.flag("pertinent"),
        clauses=tuple(each.span(length) for each in fields.each("propositions", frozenset(_SPAN), _MOST)),
    )


def _act(fields: Fields, length: int) -> ActFound:
    start, end = fields.span(length)
    confidence = fields.number("confiance", 0, 1)
    return ActFound(fields.text("id"), confidence, start, end, fields.prose("raison"))


def _match(fields: Fields, length: int) -> Match:
    start, end = fields.span(length)
    confidence = fields.number("confiance", 0, 1)
    return Match(fields.text("type"), fields.text("cible"), confidence, start, end, fields.prose("exemple"))


def _quantity(fields: Fields, length: int) -> Quantity:
    start, end = fields.span(length)
    return Quantity(
        kind=fields.choice("type", _QUANTITY_KINDS),
        value=fields.number_or_text("valeur"),
        unit=fields.text("unite"),
        start=start,
        end=end,
        text=fields.prose("texte"),
        high=fields.maybe_number_or_text("haut"),
        approximate=fields.flag("approximatif"),
        negated=fields.flag("negation"),
    )


def _offer(fields: Fields, length: int) -> Offer:
    start, end = fields.span(length)
    return Offer(
        move=fields.choice("geste", _MOVES),
        issue=fields.text("point"),
        value=fields.maybe_number("valeur"),
        conditional=fields.flag("conditionnelle"),
        final=fields.flag("finale"),
        start=start,
        end=end,
    )
