"""What the speaker puts on the table, or takes off it, about the points of negotiation.

The wording gives each segment a stance (`stances.py`), each figure is attached to a point
(`bearing.py`); this module joins the two, and reads what is said across segments: a verdict after the
figure (« huit, je ne peux pas »), a condition, a last word. Acts found elsewhere only decide where
the wording is silent.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from coach.language.bearing import find_mentions, is_delta, value_for
from coach.language.figures import (
    MOVES,
    Figure,
    Table,
    attach,
    negotiable,
    segment_at,
    sentence_span,
    trimmed,
)
from coach.language.folding import fold, squeeze
from coach.language.reading import ActFound, IssueWords, Offer, Quantity
from coach.language.services import service_offers
from coach.language.stances import Stance, cut_segments
from coach.language.verdicts import figure_stance, is_conditional

_NOT_A_TERM_BEFORE = re.compile(
    r"\b(?:en|dans|d'ici|depuis|pendant|pdt|durant|tous les|toutes les|il y a|bout de|premiers?"
    r"|etal\w+(?: \w+)? sur"
    r"|voir|offr\w+|garantie?s?|valables?|prolong\w+|tien\w+|dur\w+|moins|plus|vous avez|tout|toute"
    r"|suspend\w+(?: \S+){0,2})"
    r"(?: l(?:es|a)| de| d')? ?$"
    r"|\b(?:garanti\w*|bloqu\w+|gel\w+|fig[eo]\w*|fixe\w*|mainten\w+|maintien\w*)\b.{0,30} (?:pour"
    r"|sur) (?:les )?$"
)
_NOT_A_TERM_AFTER = re.compile(r" (?:plus tot|plus tard|de plus|d'avance|de retard|apres|avant|pour)\b")
_NOT_A_PRICE_BEFORE = re.compile(r"\b(?:sous|des|a partir de|pour(?: [a-z]+er)?|au-dessus de) (?:les )?$")
_MY_LIMIT = re.compile(r"\b(?:peu[xt]?|descend\w*|aller|irai|irons|impossible)\b")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
_STARTING_FROM = re.compile(r"\bde $")


def _numeric_offers(table: Table) -> list[Offer]:
    offers = []
    for figure, stance in zip(table.figures, table.stances, strict=True):
        move = MOVES.get(stance)
        if move is None or _is_start_of_change(table, figure):
            continue
        if figure.issue is None and not _worth_telling(table, figure, stance):
            continue
        if figure.issue is not None and not _sure_enough(table, figure, stance):
            continue
        segment = table.segments[figure.segment]
        value = value_for(figure.quantity, figure.issue) if figure.issue else float(figure.quantity.value)
        conditional = move in ("donner", "accepter") and is_conditional(table, segment)
        issue = figure.issue.id if figure.issue else ""
        span = trimmed(table.folded, segment)
        offers.append(Offer(move, issue, value, conditional, stance == "limiter", *span))
    return offers


def _is_start_of_change(table: Table, figure: Figure) -> bool:
    """The « deux » of « passe de deux à quatre ans »."""
    quantity = figure.quantity
    if not _STARTING_FROM.search(table.folded, max(0, quantity.start - 4), quantity.start):
        return False
    return any(
        other.quantity.kind == quantity.kind
        and table.folded[quantity.end : other.quantity.start].strip() in ("a", "jusqu'a")
        for other in table.figures
    )


def _worth_telling(table: Table, figure: Figure, stance: Stance) -> bool:
    """A figure without point is still an offer when it is plainly granted: « je vous fais 5 »."""
    quantity = figure.quantity
    if stance not in ("donner", "refuser", "accepter") or table.segments[figure.segment].stance != stance:
        return False
    if quantity.kind == "nombre":
        return not quantity.unit and quantity.value < 1000 if isinstance(quantity.value, float) else False
    if quantity.kind == "pourcentage":
        return not re.match(
            r" d(?:e |')(?!remise|reduction|rabais|moins|ristourne|plus)", table.folded[quantity.end :][:14]
        ) and not re.search(
            r"\b(?:acompte|marge|tva|part|taux|caution)\b",
            table.folded[max(0, quantity.start - 30) : quantity.start],
        )
    return quantity.kind == "montant" and is_delta(table.folded, quantity)


def _sure_enough(table: Table, figure: Figure, stance: Stance) -> bool:
    """A figure attached without being named needs a clear wording."""
    kind = figure.quantity.kind
    if figure.named or kind == "pourcentage":
        return True
    before = table.folded[max(0, figure.quantity.start - 30) : figure.quantity.start]
    if kind == "montant":
        if _NOT_A_PRICE_BEFORE.search(before):
            return False
        rated = figure.issue is not None and "/" in figure.issue.unit
        return not rated or "/" in figure.quantity.unit or _same_point_before(table, figure)
    if stance == "annoncer" and kind in ("nombre", "quantite"):
        return False
    if (
        kind == "nombre"
        and stance == "demander"
        and figure.issue
        and figure.issue.kind in ("pourcentage", "montant")
    ):
        return False
    segment = table.segments[figure.segment]
    if stance == "limiter" and not _MY_LIMIT.search(table.folded, segment.start, segment.end):
        return False
    return kind != "duree" or _is_a_term(table, figure, before)


def _is_a_term(table: Table, figure: Figure, before: str) -> bool:
    """Not « garanti un an », « trois jours plus tôt », « étaler sur dix mois »."""
    after = table.folded[figure.quantity.end : figure.quantity.end + 15]
    if _NOT_A_TERM_BEFORE.search(before) or _NOT_A_TERM_AFTER.match(after):
        return False
    return "journ" not in figure.quantity.text


def _same_point_before(table: Table, figure: Figure) -> bool:
    """A price without « par mois », when nothing else was named in the sentence."""
    start, end = sentence_span(table.segments, figure.segment)
    return not any(start <= mention.start < end for mention in table.mentions) and figure.issue == table.last


def _with_final(table: Table, offers: list[Offer]) -> list[Offer]:
    """The last word bears on the nearest offer before it, else the first one after."""
    for segment in table.segments:
        if not segment.final:
            continue
        open_offers = [
            i for i, offer in enumerate(offers) if offer.move in ("donner", "accepter", "demander")
        ]
        before = [i for i in open_offers if offers[i].start < segment.end]
        after = [i for i in open_offers if offers[i].start >= segment.end]
        granted = [i for i in before if offers[i].move != "demander"] or before or after[:1]
        if granted:
            offers[granted[-1]] = replace(offers[granted[-1]], final=True)
    return offers


def _distinct(offers: list[Offer]) -> list[Offer]:
    seen: set[tuple[str, str, float | None]] = set()
    result = []
    for offer in sorted(offers, key=lambda o: (o.start, o.end, o.issue)):
        key = (offer.move, offer.issue, offer.value)
        if key not in seen:
            seen.add(key)
            result.append(offer)
    return result


def quotations(text: str) -> list[tuple[int, int]]:
    """Words of another, between quotation marks; not an utterance that is quoted as a whole."""
    spans = [match.span() for match in _QUOTED.finditer(text)]
    around = _QUOTED.sub("", text)
    return spans if any(character.isalnum() for character in around) else []


def read_offers(
    text: str,
    quantities: Sequence[Quantity],
    clauses: tuple[tuple[int, int], ...],
    acts: tuple[ActFound, ...],
    issues: tuple[IssueWords, ...],
    last_issue: str = "",
) -> tuple[Offer, ...]:
    """The offers of an utterance, by position; ``clauses`` and ``acts`` may be empty."""
    if not issues:
        return ()
    short, kept = squeeze(text)

    def moved(position: int) -> int:
        return bisect_left(kept, position)

    quoted = quotations(short)
    figures = [replace(q, start=moved(q.start), end=moved(q.end)) for q in negotiable(quantities)]
    figures = [q for q in figures if not any(start <= q.start < end for start, end in quoted)]
    cuts = tuple((moved(start), moved(end)) for start, end in clauses)
    told = tuple(replace(act, start=moved(act.start), end=moved(act.end)) for act in acts)
    table = _laid_out(fold(short), figures, cuts, told, issues, last_issue)
    if not table.segments:
        return ()
    offers = _with_final(table, _distinct(_numeric_offers(table) + service_offers(table)))
    offers = [offer for offer in offers if not any(start < offer.start < end for start, end in quoted)]
    return tuple(replace(offer, start=kept[offer.start], end=kept[offer.end - 1] + 1) for offer in offers)


def _laid_out(
    folded: str,
    figures: list[Quantity],
    clauses: tuple[tuple[int, int], ...],
    acts: tuple[ActFound, ...],
    issues: tuple[IssueWords, ...],
    last_issue: str,
) -> Table:
    """The table with its figures attached and their stances settled."""
    last = next((issue for issue in issues if issue.id == last_issue), None)
    table = Table(folded, cut_segments(folded, clauses), find_mentions(folded, issues), [], acts, last)
    if not table.segments:
        return table
    busy = {segment_at(table.segments, quantity.start) for quantity in figures}
    for quantity in figures:
        table.figures.append(attach(table, quantity, issues, last_issue, busy))
    for figure in table.figures:
        table.stances.append(figure_stance(table, figure))
    return table
