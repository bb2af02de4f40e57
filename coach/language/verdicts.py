"""The stance of one figure: that of its segment, corrected by what surrounds it.

A verdict after it (« huit, je ne peux pas »), a tie (« 5 % pour 24 mois »), the figure before, and
the acts found elsewhere where the wording is silent.
"""

import re

from coach.language.figures import Figure, Table
from coach.language.stances import Segment, Stance

_ACT_STANCES: tuple[tuple[str, Stance], ...] = (
    ("refuser_concession", "refuser"),
    ("conceder", "donner"),
    ("demander_contrepartie", "demander"),
    ("annoncer_prix", "annoncer"),
    ("proposer_alternative", "donner"),
)
_SILENT_ACTS = frozenset({
    "reformuler", "valider_comprehension", "recapituler", "presenter_resultat", "analyser_ecart",
    "question_ouverte", "question_fermee", "relancer", "manifester_empathie", "accueillir_objection",
    "feedback_positif", "feedback_correctif",
})  # fmt: skip
_COMPARED_BEFORE = re.compile(
    r"\b(?:au lieu d(?:e|es|'un|'une|')|plutot qu(?:e|')|et non|et pas|contrairement a|par rapport a"
    r"|que les|depuis) ?(?:les |des |de |pas )?$"
)
_AGAINST_BEFORE = re.compile(r"\bcontre (?:les |des )?$")
"""« 5 % contre 3 % l'an dernier » compares, « 5 % contre 24 mois » ties."""
_TIE_BEFORE = re.compile(
    r"\b(?:pour|sur|avec|a partir de|des|contre|si c'est)\b(?: (?:un|une|les|des|la|le|au moins|votre|ces"
    r"|vos|tout))*(?: (?:engagement|contrat|commande|achat|duree|abonnement|volume|minimum"
    r"|reglement)\w*)?(?: \w+)?(?: (?:de|d'|sur|a|sous|en))? ?$"
)
_TIE_START = re.compile(
    r"^[\s,]*(?:(?:bon|alors|ok|et|mais|donc|oui|ecoutez|en)[\s,]+){0,3}(?:pour|sur|avec|a|a partir d|des"
    r"|en prenant|en signant|en vous engageant|en commandant|prenez|signez)\b"
)
WITHOUT = re.compile(r"\bsans (?:la |le |les |des |l'|votre |aucune? |d')?$")
_WITHOUT_RETURN = re.compile(r"\bsans (?:rien (?:vous )?demander|(?:aucune )?contre ?partie|condition)")
_YOU_GET = re.compile(
    r"\bvous (?:passez|montez|arrivez) a $|\bsi vous (?:aviez|obteniez|beneficiiez d(?:e |'))"
    r"(?: ?une (?:remise|reduction) de)? ?$|^[\s,]*pour (?:les |ces |vos )?$"
)
_BOUND_BEFORE = re.compile(
    r"\b(?:en[ -]dessous|au[ -]dela|au[ -]dessus|au[ -]dessous) d(?:e |es |')(?:les )?$"
    r"|\b(?:mieux|plus haut|plus bas|plus loin|davantage|plus|moins) qu(?:e |')(?:les )?$"
)
_CONDITIONAL_MOOD = re.compile(r"\b\w+(?:rais|rait|rions|riez|raient)\b")
_AT_THAT_FIGURE = re.compile(r"^[\s,]*(?:(?:mais|bon|alors|non|desole|ah)[\s,]+){0,2}a $")
_LOSS = re.compile(r"\b(?:ne|n'|j(?:e )?)\b.*\b(?:plus|pas|rien)\b|\bperd\w*|\bpert\w+")
_JOINT_MOVE = re.compile(
    r"[\s,]*(?:par contre|mais|et|en revanche|alors)[\s,]+(?:alors )?(?:on|nous) (?:part|partons|passe"
    r"|passons|signe"
    r"|signons|reste|s'engage)\b"
)
_RETURN_OPENING = re.compile(
    r"[\s,]*(?:en (?:echange|contre ?partie|retour|compensation)|mais|par contre|a (?:une )?condition"
    r"|et vous|de votre cote|seulement si|si vous)\b"
)
_VERDICTS = ("refuser", "accepter", "donner", "retirer")
_LASTING = ("donner", "demander", "accepter")
_FEW = 8
_EMPTY_WORDS = frozenset({
    "bon", "alors", "euh", "ben", "bah", "allez", "donc", "oui", "non", "ok", "plutot", "et", "mais",
    "voila", "disons", "de", "d", "la", "le", "les", "l", "pour", "un", "une",
})  # fmt: skip
_BASE_BEFORE = re.compile(
    r"\bsur (?:les|vos|ces|tous les|toutes les|l'ensemble des|chacun des|chacune des) $"
)


def verdict_after(table: Table, index: int) -> Segment | None:
    """The comment that follows a figure: « huit, je ne peux pas », « 20 % ? C'est non »."""
    busy = {figure.segment for figure in table.figures}
    start = table.segments[index]
    for position in range(index + 1, min(index + 3, len(table.segments))):
        segment = table.segments[position]
        if (
            position in busy
            or (segment.question and segment.stance == "refuser")
            or segment.sentence
            > start.sentence + (1 if start.question or start.end - start.start < 30 else 0)
        ):
            return None
        if segment.stance in _VERDICTS and segment.end - segment.start < 60:
            named = any(segment.start <= mention.start < segment.end for mention in table.mentions)
            return None if named else segment
    return None


def act_stance(table: Table, start: int, end: int) -> Stance | None:
    """What the acts found say of a span: a stance, ``rapporter``, or nothing."""
    over = {act.act for act in table.acts if act.start < end and start < act.end}
    for name, stance in _ACT_STANCES:
        if name in over:
            return stance
    return "rapporter" if over & _SILENT_ACTS else None


def figure_stance(table: Table, figure: Figure) -> Stance:
    """The stance of a figure: its segment's, corrected by what surrounds it."""
    quantity, segment = figure.quantity, table.segments[figure.segment]
    before = table.folded[segment.start : quantity.start]
    stance = segment.stance
    if _COMPARED_BEFORE.search(table.folded[max(0, quantity.start - 40) : quantity.start]):
        return "neutre"
    if _AGAINST_BEFORE.search(before) and any(other.issue == figure.issue for other in table.figures[:1]):
        return "neutre"
    if _AT_THAT_FIGURE.match(before) and _is_hypothesis(table, figure):
        verdict = verdict_after(table, figure.segment)
        return verdict.stance if verdict and not _would(table, verdict) else "neutre"
    if _BOUND_BEFORE.search(before) and stance in ("neutre", "annoncer"):
        verdict = verdict_after(table, figure.segment)
        return "limiter" if verdict and verdict.stance == "refuser" else "neutre"
    if quantity.kind == "quantite" and _BASE_BEFORE.search(before):
        return "neutre"
    if quantity.negated and stance not in ("rapporter", "limiter", "retirer"):
        return "neutre" if WITHOUT.search(before) else "refuser"
    if stance == "demander" and quantity.kind in ("pourcentage", "montant") and _YOU_GET.search(before):
        return "donner"
    if stance in ("donner", "neutre") and _is_joint_move(table, figure):
        return "demander"
    if stance == "donner" and _tied_to_another(table, figure, before):
        return "demander"
    if stance in ("neutre", "annoncer", "rapporter", "donner") and _leads_to_a_gift(table, figure):
        return "demander"
    if stance in ("neutre", "rapporter", "annoncer"):
        return _weak_stance(table, figure, stance)
    return stance


def _is_hypothesis(table: Table, figure: Figure) -> bool:
    """« À 34 €, je ne pourrais plus vous suivre »: what such a figure would cost, not an offer of it."""
    segment = table.segments[figure.segment]
    following = table.segments[figure.segment + 1 : figure.segment + 2]
    piece = table.folded[figure.quantity.end : segment.end]
    if following and following[0].sentence == segment.sentence:
        piece += table.folded[following[0].start : following[0].end]
    return _LOSS.search(piece) is not None


def _would(table: Table, segment: Segment) -> bool:
    return _CONDITIONAL_MOOD.search(table.folded, segment.start, segment.end) is not None


def _is_joint_move(table: Table, figure: Figure) -> bool:
    """« je vous offre ceci, mais on part sur 24 mois »: what I ask, said as what we do."""
    segment = table.segments[figure.segment]
    if not _JOINT_MOVE.match(table.folded, segment.start, figure.quantity.start):
        return False
    earlier = [other for other in table.sentence(segment.sentence) if other.start < segment.start]
    return any(other.stance in ("donner", "accepter") for other in earlier)


def _tied_to_another(table: Table, figure: Figure, before: str) -> bool:
    """« 5 % pour un engagement de 24 mois »: the second figure is what I ask in return."""
    if figure.issue is None or figure.issue.kind not in ("duree", "quantite", "nombre"):
        return False
    earlier = [
        other for other in table.figures
        if other.segment == figure.segment and other.quantity.start < figure.quantity.start
        and other.issue != figure.issue and other.quantity.kind in ("pourcentage", "montant", "nombre")
    ]  # fmt: skip
    return bool(earlier) and _TIE_BEFORE.search(before) is not None


def _leads_to_a_gift(table: Table, figure: Figure) -> bool:
    """« pour trois postes, je passe à 5 % », « sur deux ans je peux vous faire 5 % »."""
    segment = table.segments[figure.segment]
    if figure.issue is None or figure.issue.kind not in ("duree", "quantite", "nombre"):
        return False
    if not _TIE_START.match(table.folded, segment.start, figure.quantity.start):
        return False
    gifts = [
        other for other in table.figures
        if other.quantity.start > figure.quantity.start and other.issue != figure.issue
        and (
            table.segments[other.segment].stance in ("donner", "annoncer")
            or _YOU_GET.search(table.folded, table.segments[other.segment].start, other.quantity.start)
        )
        and table.segments[other.segment].sentence == segment.sentence
    ]  # fmt: skip
    return bool(gifts)


def _weak_stance(table: Table, figure: Figure, stance: Stance) -> Stance:
    """When the segment itself does not tell: verdict, acts, what came before, brevity."""
    quantity, segment = figure.quantity, table.segments[figure.segment]
    verdict = verdict_after(table, figure.segment)
    if verdict is not None and (
        stance != "rapporter" or verdict.stance in ("refuser", "accepter", "retirer")
    ):
        return verdict.stance
    told = act_stance(table, quantity.start, quantity.end)
    if stance == "rapporter":
        return "rapporter"
    if stance == "annoncer":
        known = (
            figure.named
            or not table.folded[segment.start : quantity.start].strip(" ,")
            or _has_pronoun(table, figure)
        )
        return "rapporter" if told == "rapporter" or not known else "annoncer"
    if told is not None:
        return told
    if _last_word_follows(table, figure) and not segment.question:
        return "donner"
    return _inherited(table, figure)


def _last_word_follows(table: Table, figure: Figure) -> bool:
    """« six, pas plus », « six et c'est mon dernier mot »."""
    segment = table.segments[figure.segment]
    following = table.segments[figure.segment + 1 : figure.segment + 2]
    return segment.final or bool(
        following and following[0].sentence == segment.sentence and following[0].final
    )


def _has_pronoun(table: Table, figure: Figure) -> bool:
    """« ça fait 59 € »: the subject is what was being spoken of, not another thing."""
    segment = table.segments[figure.segment]
    piece = table.folded[segment.start : figure.quantity.start]
    return re.search(r"\b(?:ce|ca|c'est|cest|on|il|elle|tout)\b", piece) is not None


def _inherited(table: Table, figure: Figure) -> Stance:
    """From the figure before, the segment before, the condition after, or from being all that is said."""
    segment = table.segments[figure.segment]
    few_words = len(table.folded[segment.start : segment.end].split()) <= _FEW
    settled = len(table.stances)
    if settled and table.stances[-1] == "refuser":
        last = table.segments[table.figures[settled - 1].segment]
        if last.sentence >= segment.sentence - 1:
            return "donner" if few_words else "neutre"
    before = _segment_before(table, figure.segment)
    if before and before.sentence == segment.sentence and few_words and before.stance in _LASTING:
        return "donner" if before.conditional else before.stance
    for after in table.segments[figure.segment + 1 : figure.segment + 2]:
        if after.sentence == segment.sentence and after.stance == "demander" and after.conditional:
            return "donner"
    return "donner" if _says_nothing_else(table, figure) and not segment.question else "neutre"


def _segment_before(table: Table, index: int) -> Segment | None:
    """The segment before, a lone « donc » skipped: « je vous propose donc : 5 % »."""
    while index:
        index -= 1
        segment = table.segments[index]
        if table.folded[segment.start : segment.end].strip(" ,:") not in ("donc", "alors"):
            return segment
    return None


def _says_nothing_else(table: Table, figure: Figure) -> bool:
    """« 5 %. », « bon, 5 % alors »: the figure is the whole answer."""
    quantity = figure.quantity
    around = f"{table.folded[: quantity.start]} {table.folded[quantity.end :]}"
    words = [word for word in re.findall(r"\w+", around) if word not in _EMPTY_WORDS]
    named = {
        token for mention in table.mentions for token in table.folded[mention.start : mention.end].split()
    }
    return not [word for word in words if word not in named]


def is_conditional(table: Table, segment: Segment) -> bool:
    """Tied to something in return: in its sentence, or in the next one (« En contrepartie, … »)."""
    if _WITHOUT_RETURN.search(table.folded, segment.start, segment.end + 60):
        return False
    same = table.sentence(segment.sentence)
    if any(other.conditional or other.stance == "demander" for other in same):
        return True
    asked = [
        figure for figure, stance in zip(table.figures, table.stances, strict=True) if stance == "demander"
    ]
    if any(table.segments[figure.segment].sentence == segment.sentence for figure in asked):
        return True
    following = table.sentence(segment.sentence + 1)[:1]
    return any(
        other.stance == "demander" and _RETURN_OPENING.match(table.folded, other.start, other.end)
        for other in following
    )
