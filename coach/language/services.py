"""Offers about points without number, and points refused or withdrawn without their figure."""

import re

from coach.language.bearing import Mention
from coach.language.figures import MOVES, Table, segment_at, trimmed
from coach.language.reading import Offer
from coach.language.stances import Segment, Stance
from coach.language.verdicts import WITHOUT, act_stance, is_conditional, verdict_after
from coach.language.wordings import FREE, WAIVED

_TAKING_A_SERVICE = re.compile(
    r"\b(?:prene[zr]|prendre|pren\w+|ajout\w+|souscri\w+|command\w+|chois\w+|confi\w+|inclu\w+|gard\w+"
    r"|pay\w+|avec)\b"
)
_ASIDE_BEFORE = re.compile(
    r"\b(?:sans|signature|moment|fin|debut) (?:(?:la|le|une|un|signature) )?(?:du |de |le |la |d')?$"
)
_AT_A_FIGURE = re.compile(r"[\s,]*a [0-9][^,;]{0,25},")
"""« À 34 €, je ne pourrais plus vous livrer »: what that price would cost, not a refusal to deliver."""
_NO_LINK_BEFORE = re.compile(
    r"\b(?:sur|pour|hors|de|du|apres|avant|pendant|concernant|quant a|des) ?(?:la |l'|le |les |votre "
    r"|cette )?$"
)
_GIVING_A_SERVICE = re.compile(
    r"\b(?:offr\w+|r?ajout\w+|inclu\w+|laiss\w+|mets?|mettre|mettons|glisse|donn\w+|accord\w+|fais|fait"
    r"|faire|faisons|garanti\w*|compren\w+|intege?r\w+|assur\w+|prends?|propose cadeau|m'occupe"
    r"|nous occupons|charge)\b|\bavec\b|\bd'accord|\bok\b|\bva pour\b|\boui\b"
)
_OFFERED_AFTER_CHARGE = re.compile(r"\b(?:m'occupe|occupons|charge|gratuite|prix|cadeau)\b.{0,20}$")


def service_offers(table: Table) -> list[Offer]:
    """Offers about points without number, and refusals of a point without its figure."""
    offers = []
    for mention in table.mentions:
        index = segment_at(table.segments, mention.start)
        segment = table.segments[index]
        stance = (
            _service_stance(table, mention, index)
            if mention.issue.kind == "oui-non"
            else _bare_stance(table, mention, index)
        )
        move = MOVES.get(stance)
        if move is None:
            continue
        value = 0.0 if mention.issue.kind != "oui-non" and move == "donner" else None
        conditional = move in ("donner", "accepter") and is_conditional(table, segment)
        offers.append(
            Offer(move, mention.issue.id, value, conditional, False, *trimmed(table.folded, segment))
        )
    return offers


def _service_stance(table: Table, mention: Mention, index: int) -> Stance:
    segment = table.segments[index]
    piece = table.folded[segment.start : segment.end]
    before = table.folded[segment.start : mention.start]
    if segment.stance == "rapporter":
        return "rapporter"
    if WITHOUT.search(before):
        return "refuser"
    if segment.stance == "accepter" and mention.start - segment.start > 60:
        return "neutre"
    if segment.stance == "donner" and not _GIVING_A_SERVICE.search(before):
        verdict = verdict_after(table, index)
        if verdict is not None and verdict.stance in ("refuser", "retirer"):
            return verdict.stance
    free = FREE.search(piece) is not None or WAIVED.search(piece) is not None
    if segment.stance in ("donner", "annoncer", "limiter"):
        linked = _NO_LINK_BEFORE.search(before) is None or _OFFERED_AFTER_CHARGE.search(before) is not None
        given = free or (linked and _GIVING_A_SERVICE.search(before) is not None)
        return (
            "donner"
            if given and (linked or free) and not _is_only_priced(table, mention, segment, free)
            else "neutre"
        )
    if segment.stance == "demander":
        return "demander" if _TAKING_A_SERVICE.search(before) else "neutre"
    if segment.stance != "neutre":
        return segment.stance
    return _neutral_service(table, mention, index)


def _is_only_priced(table: Table, mention: Mention, segment: Segment, free: bool) -> bool:
    """« l'installation, je vous la fais à 90 € » sells the service, it does not give it."""
    if free:
        return False
    after = table.folded[mention.end : segment.end]
    return re.match(r".{0,12}\ba (?:[0-9]|moitie)", after) is not None


def _neutral_service(table: Table, mention: Mention, index: int) -> Stance:
    """« la livraison, c'est pour nous »; « …, la formation » in a list of gifts."""
    segment = table.segments[index]
    verdict = verdict_after(table, index)
    if verdict is not None and (
        verdict.stance != "donner" or FREE.search(table.folded, verdict.start, verdict.end)
    ):
        return verdict.stance
    told = act_stance(table, mention.start, mention.end)
    if told is not None:
        return told if told != "annoncer" else "neutre"
    words = len(table.folded[segment.start : segment.end].split())
    before = table.segments[index - 1] if index else None
    if (
        before
        and before.sentence == segment.sentence
        and words <= 8
        and before.stance in ("donner", "demander", "accepter")
    ):
        return before.stance
    return "neutre"


def _sentence_start(table: Table, segment: Segment) -> int:
    return table.sentence(segment.sentence)[0].start


def _bare_stance(table: Table, mention: Mention, index: int) -> Stance:
    """A point with a figure, named without one: refused, withdrawn, or waived (« sans engagement »)."""
    segment = table.segments[index]
    if any(figure.segment == index for figure in table.figures):
        return "neutre"
    before = table.folded[segment.start : mention.start]
    if WITHOUT.search(before) and mention.issue.kind == "duree":
        if not table.folded.startswith("engag", mention.start):
            return "neutre"
        return "donner" if segment.stance in ("donner", "annoncer", "neutre", "limiter") else "neutre"
    if _ASIDE_BEFORE.search(before) or _AT_A_FIGURE.match(table.folded, _sentence_start(table, segment)):
        return "neutre"
    return segment.stance if segment.stance in ("refuser", "retirer") else "neutre"
