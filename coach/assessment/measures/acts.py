"""What the student did: acts performed, avoided, put in order, balanced, made precise."""

import re
from collections.abc import Callable

from coach.assessment.credit import LEAST_CONFIDENCE, Said
from coach.assessment.finding import (
    MOST_COUNTEREXAMPLES,
    MOST_QUOTES,
    Finding,
    absence,
    against,
    fact,
    not_shown,
    passage,
    quotes,
    share,
    times,
)
from coach.assessment.grid import Indicator
from coach.assessment.talk import Talk
from coach.assessment.vocabulary import speaks_of, subject_words
from coach.language.reading import Quantity
from coach.simulation.transcript import Turn

_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)|\n")
LONGEST_DELAY = 31.0
"""Days: « sous 48 heures » fixes a next step, « sur 36 mois » does not."""
_USEFUL_ACTS = frozenset(
    {"question_ouverte", "question_fermee", "relancer", "expliquer", "apporter_preuve", "argumenter"}
    | {"proposer_solution", "proposer_alternative", "proposer_plan_action", "prendre_en_charge"}
    | {"fixer_prochaine_etape", "annoncer_prix"}
)
"""What makes empathy useful when it follows in the same breath."""

_INSTEAD: dict[str, tuple[str, ...]] = {
    "agresser": ("accueillir_objection", "manifester_empathie"),
    "denigrer_concurrent": ("defendre_valeur", "apporter_preuve"),
    "etre_familier": ("remercier", "saluer"),
    "forcer": ("rassurer", "proposer_alternative", "proposer_conclusion"),
}
"""What one does where each fault was committed."""


def performed(talk: Talk, indicator: Indicator) -> Finding:
    """`acte`: acts performed `count` times; with `full`, each of them at least once."""
    turns = talk.window(indicator)
    if not turns:
        return not_shown("Cette partie de l'échange n'a pas eu lieu.")
    found = talk.acts(indicator.acts, turns)
    done = len({said.act for said in found}) if indicator.full else len({said.turn for said in found})
    wanted = len(indicator.acts) if indicator.full else indicator.count
    score = share(done, wanted)
    evidence = quotes(found, of="act" if indicator.full else "turn")
    if score < 1:
        if not found or indicator.full:
            evidence += (absence(indicator, turns),)
        else:
            evidence += (fact(times(done, wanted)),)
        evidence += against(talk.uncredited(indicator.acts, turns))
    return Finding(score, evidence, _first_scene(indicator, turns), _lacking(indicator, found))


def _lacking(indicator: Indicator, found: list[Said]) -> tuple[str, ...]:
    """The acts still to be done, when each is wanted."""
    if not indicator.full:
        return indicator.acts
    done = {said.act for said in found}
    return tuple(act for act in indicator.acts if act not in done)


def _first_scene(indicator: Indicator, turns: tuple[Turn, ...]) -> int | None:
    """The moment, when the indicator speaks of one."""
    return turns[0].number if indicator.first_turns or indicator.scenes else None


def avoided(talk: Talk, indicator: Indicator) -> Finding:
    """`absence`: none of `acts`; `count` of them lose everything."""
    turns = talk.window(indicator)
    numbers = {turn.number for turn in turns}
    found = [said for said in talk.faults if said.act in indicator.acts and said.turn in numbers]
    if found:
        score = 1 - share(len({said.turn for said in found}), indicator.count)
        return Finding(score, against(found), found[0].turn, _INSTEAD.get(found[0].act, ()))
    if not talk.long_enough:
        return not_shown("L'échange est trop court pour en juger.")
    return Finding(1.0, (absence(indicator, turns),))


def in_order(talk: Talk, indicator: Indicator) -> Finding:
    """`ordre`: `count` utterances with one of `acts` before the first of `before`."""
    turns = talk.window(indicator)
    if not turns:
        return not_shown("Cette partie de l'échange n'a pas eu lieu.")
    late = _first_of(indicator.before, turns)
    found = talk.acts(indicator.acts, turns)
    early = [said for said in found if late is None or (said.turn, said.start) < late[0]]
    score = share(len({said.turn for said in early}), indicator.count)
    evidence = quotes(early)
    if score < 1:
        evidence += (fact(times(len({said.turn for said in early}), indicator.count)),) if early else ()
        evidence += () if early else (absence(indicator, turns),)
        if late:
            evidence += (passage(late[1], *late[2], "venu trop tôt", kind="contre-exemple"),)
    return Finding(score, evidence, late[1].number if late else turns[0].number, indicator.acts)


def _first_of(
    acts: tuple[str, ...], turns: tuple[Turn, ...]
) -> tuple[tuple[int, int], Turn, tuple[int, int]] | None:
    """Where one of these acts first came, credited or not: it happened all the same."""
    for turn in turns:
        starts = [
            (act.start, act.end)
            for act in turn.reading.acts
            if act.act in acts and act.confidence >= LEAST_CONFIDENCE
        ]
        if starts:
            span = min(starts)
            return (turn.number, span[0]), turn, span
    return None


def balanced(talk: Talk, indicator: Indicator) -> Finding:
    """`part`: share of `acts` among `acts` and `others`, over at least `count` of them."""
    turns = talk.window(indicator)
    if not turns:
        return not_shown("Cette partie de l'échange n'a pas eu lieu.")
    found, others = talk.acts(indicator.acts, turns), talk.acts(indicator.others, turns)
    total = len(found) + len(others)
    if not found:
        return Finding(0.0, (absence(indicator, turns), *against(others)), turns[0].number, indicator.acts)
    score = share(len(found) / total, indicator.share) * share(len(found), indicator.count)
    evidence = (*quotes(found), fact(f"{len(found)} sur {total}"))
    if score < 1:
        evidence += against(others)
    return Finding(score, evidence, others[0].turn if others else None, indicator.acts)


def about(talk: Talk, indicator: Indicator) -> Finding:
    """`acte_theme`: acts about a subject, told by its words in the same sentence or the next."""
    turns = talk.window(indicator)
    if not turns:
        return not_shown("Cette partie de l'échange n'a pas eu lieu.")
    sought = subject_words(indicator.words)
    found = talk.acts(indicator.acts, turns)
    on_it = {said.turn: place for said in found if (place := _told(talk.turn(said.turn), said, sought))}
    score = share(len(on_it), indicator.count)
    evidence = tuple(passage(talk.turn(turn), *place) for turn, place in list(on_it.items())[:MOST_QUOTES])
    if score < 1:
        evidence += (fact(times(len(on_it), indicator.count)),) if on_it else (absence(indicator, turns),)
        evidence += against(talk.uncredited(indicator.acts, turns))
    return Finding(score, evidence, _first_scene(indicator, turns), indicator.acts)


def _told(turn: Turn, said: Said, sought: tuple[tuple[str, ...], ...]) -> tuple[int, int] | None:
    """The sentence, that of an act or the next, which speaks of a subject."""
    text = turn.reading.text
    start, end = _sentences(turn, said)
    while start < end:
        stop = next((found.end() for found in _SENTENCE_END.finditer(text, start, end)), end)
        if speaks_of(text[start:stop], sought):
            return start + len(text[start:stop]) - len(text[start:stop].lstrip()), stop
        start = stop
    return None


def with_figures(talk: Talk, indicator: Indicator) -> Finding:
    """`acte_chiffre`: acts said with a figure in the same utterance."""
    return _precise(talk, indicator, lambda quantity: not quantity.negated, "sans chiffre")


def dated_step(talk: Talk, indicator: Indicator) -> Finding:
    """`suite_datee`: a next step (or `acts`) with its date, hour or short delay."""
    return _precise(talk, indicator, _is_date, "sans date")


def _is_date(quantity: Quantity) -> bool:
    if quantity.kind in ("date", "heure"):
        return True
    return quantity.kind == "duree" and isinstance(quantity.value, float) and quantity.value <= LONGEST_DELAY


def _precise(talk: Talk, indicator: Indicator, wanted: Callable[[Quantity], bool], lacking: str) -> Finding:
    turns = talk.window(indicator)
    if not turns:
        return not_shown("Cette partie de l'échange n'a pas eu lieu.")
    acts = indicator.acts or ("fixer_prochaine_etape",)
    found = talk.acts(acts, turns)
    precise = [said for said in found if any(map(wanted, _near(talk.turn(said.turn), said)))]
    done = len({said.turn for said in precise})
    score = share(done, indicator.count)
    evidence = quotes(precise)
    moment = None
    if score < 1:
        vague = [said for said in found if said not in precise][:MOST_COUNTEREXAMPLES]
        evidence += (fact(times(done, indicator.count)),) if precise else (absence(indicator, turns),)
        evidence += tuple(
            passage(talk.turn(said.turn), said.start, said.end, lacking, kind="contre-exemple")
            for said in vague
        )
        moment = vague[0].turn if vague else None
    return Finding(score, evidence, moment, acts)


def _near(turn: Turn, said: Said) -> list[Quantity]:
    """Quantities of the sentence of an act and of the next: « Je récapitule. Quatre fontaines, 40 €. »"""
    start, end = _sentences(turn, said)
    return [quantity for quantity in turn.reading.quantities if start <= quantity.start < end]


def _sentences(turn: Turn, said: Said) -> tuple[int, int]:
    """Where the sentence of an act begins, and where the next one ends."""
    text = turn.reading.text
    before = [found.end() for found in _SENTENCE_END.finditer(text, 0, said.start)]
    after = [found.start() for found in _SENTENCE_END.finditer(text, said.end)]
    return (before or [0])[-1], (after[1] if len(after) > 1 else len(text))


def followed_empathy(talk: Talk, indicator: Indicator) -> Finding:
    """`empathie_suivie`: empathy followed, in the same utterance, by something useful."""
    turns = talk.window(indicator)
    if not turns:
        return not_shown("Cette partie de l'échange n'a pas eu lieu.")
    acts = indicator.acts or ("manifester_empathie",)
    found = talk.acts(acts, turns)
    useful = [said for said in found if _is_followed(talk.turn(said.turn), said)]
    done = len({said.turn for said in useful})
    score = share(done, indicator.count)
    evidence = quotes(useful)
    moment = None
    if score < 1:
        alone = [said for said in found if said not in useful][:MOST_COUNTEREXAMPLES]
        evidence += (fact(times(done, indicator.count)),) if useful else (absence(indicator, turns),)
        evidence += tuple(
            passage(
                talk.turn(said.turn),
                said.start,
                said.end,
                "formule qu'aucun fait, question ou action ne suit",
                kind="contre-exemple",
            )
            for said in alone
        )
        evidence += against(talk.uncredited(acts, turns))
        moment = alone[0].turn if alone else None
    return Finding(score, evidence, moment, acts)


def _is_followed(turn: Turn, said: Said) -> bool:
    after = said.start
    if any(quantity.start >= after for quantity in turn.reading.quantities):
        return True
    return any(act.act in _USEFUL_ACTS and act.start >= after for act in turn.reading.acts)
