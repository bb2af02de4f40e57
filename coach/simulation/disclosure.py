"""What the character reveals, and to which question; reformulations confirmed or corrected.

An open question earns the fact, a closed one a hint; a shut gate an evasion; a fact already told is
recalled, never told again as new (domaine.md §5.1, découverte and synthèse).
"""

from dataclasses import replace

from coach.language.folding import fold
from coach.language.numerals import find_numerals
from coach.language.reading import Match, Quantity
from coach.simulation.attention import asks, best_matches, form_of, overlap
from coach.simulation.conditions import ALWAYS
from coach.simulation.echoes import echoed
from coach.simulation.play import Play
from coach.simulation.scenario import Disclosure, MoodChange

MOTIVE_TRUST = 30
"""Trust under which a motivation stays hidden when its author set no gate."""
INSIST_TRUST = 55
"""Trust from which a second closed question on the same thing is answered in full."""
REFORMULATING = ("reformuler", "valider_comprehension", "recapituler")
_DAYS = {"jour": 1.0, "jours": 1.0, "semaine": 7.0, "semaines": 7.0, "mois": 30.0, "an": 365.0, "ans": 365.0}


def answer_questions(play: Play, limit: int) -> int:
    """Answers the questions of the utterance, at most `limit`. Returns how many were met."""
    met = 0
    for match in best_matches(play.reading, "information"):
        if not asks(play.reading, match) or _is_about_the_objection(play, match.target):
            continue
        if met >= limit or play.room <= 0:
            break
        met += 1
        _answer(play, play.scenario.disclosure(match.target), match)
    return met


def _is_about_the_objection(play: Play, target: str) -> bool:
    """« Qu'est-ce qui vous inquiète ? » digs the open objection; it asks no known fact again."""
    lives = play.state.open_objections()
    if target not in play.state.known or not lives:
        return False
    undug = any(life.idle == 0 and "creuser" not in life.steps for life in lives)
    asked = undug and play.reading.has("question_ouverte", "inviter_autodiagnostic")
    return asked or play.reading.has("accueillir_objection", "relancer")


def hear_reformulations(play: Play) -> bool:
    """Confirms a right reformulation, corrects a wrong one. True when there was one."""
    if not play.reading.has(*REFORMULATING):
        return False
    matches = best_matches(play.reading, "reformulation")
    wrong = next((match for match in matches if not _is_right(play, match)), None)
    right = [match.target for match in matches if match is not wrong and _is_right(play, match)]
    if not wrong:
        right += [target for target in echoed(play) if target not in right]
    for target in right:
        play.note("reformulation_juste", target)
    if wrong:
        _correct(play, play.scenario.disclosure(wrong.target))
    elif right:
        play.progress = True
        play.feel(MoodChange(trust=3), "reformulation juste")
        play.ordinary("reformulation_juste", weight=40)
    return bool(matches or right)


def _answer(play: Play, disclosure: Disclosure, match: Match) -> None:
    state = play.state
    if disclosure.id in state.known:
        _recall(play, disclosure)
        return
    if not _gate_open(play, disclosure):
        _evade(play, disclosure)
        return
    hinted = disclosure.id in state.hinted
    if disclosure.says_if_closed and form_of(play.reading, match) == "fermee":
        if not hinted:
            play.state = replace(state, hinted=(*state.hinted, disclosure.id))
            play.progress = True
        if not hinted or state.mood.trust < INSIST_TRUST:
            play.note("information_redemandee" if hinted else "information_esquissee", disclosure.id)
            play.say(disclosure.says_if_closed, f"information:{disclosure.id}:esquisse", weight=70)
            return
    _reveal(play, disclosure)


def _reveal(play: Play, disclosure: Disclosure) -> None:
    source = f"information:{disclosure.id}"
    if not play.say(disclosure.says, source, weight=70):
        play.ordinary("question_inconnue", weight=60)
        return
    play.state = replace(play.state, known=(*play.state.known, disclosure.id))
    play.note("information_revelee", disclosure.id)
    play.feel(disclosure.effect, f"question sur : {disclosure.label}")
    play.progress = True


def _recall(play: Play, disclosure: Disclosure) -> None:
    play.note("information_redemandee", disclosure.id)
    fact = fact_text(play, disclosure)
    play.ordinary("deja_dit", weight=60, tail=fact, fait=fact, information=disclosure.label)


def _gate_open(play: Play, disclosure: Disclosure) -> bool:
    if disclosure.when != ALWAYS:
        return play.holds(disclosure.when)
    return not disclosure.motive or play.state.mood.trust >= MOTIVE_TRUST


def _evade(play: Play, disclosure: Disclosure) -> None:
    play.note("information_refusee", disclosure.id)
    lines = disclosure.says_otherwise or disclosure.says_if_closed
    if not (lines and play.say(lines, f"information:{disclosure.id}:refus", weight=70)):
        play.ordinary("question_inconnue", weight=60)


def fact_text(play: Play, disclosure: Disclosure) -> str:
    """The fact as it can be recalled: a wording that holds now, the first otherwise."""
    lines = [line for line in disclosure.says if play.holds(line.when)] or list(disclosure.says[:1])
    return play.fill(lines[0].text) if lines else ""


def _is_right(play: Play, match: Match) -> bool:
    disclosure = play.scenario.disclosure(match.target)
    if disclosure.id not in (*play.state.known, *play.state.hinted):
        return False
    return not _contradicts(play, disclosure, match)


def _contradicts(play: Play, disclosure: Disclosure, match: Match) -> bool:
    """A number in this part of the utterance that is none of the fact's own."""
    texts = [line.text for line in disclosure.says] + list(disclosure.paraphrases)
    expected = {number for text in texts for number in _numbers(play.fill(text))}
    if not expected:
        return False
    said = [quantity for quantity in play.reading.quantities if overlap(quantity, match)]
    return any(
        not _readings_of(quantity) & expected for quantity in said if quantity.kind not in ("date", "heure")
    )


def _readings_of(quantity: Quantity) -> set[float]:
    """The numbers that a quantity may stand for: « 24 mois » is 24 and 720 days."""
    numbers = _numbers(quantity.text)
    for value in (quantity.value, quantity.high):
        if isinstance(value, float | int):
            numbers.add(round(float(value), 2))
            days = _DAYS.get(quantity.unit)
            if days and quantity.kind == "duree":
                numbers.add(round(float(value) / days, 2))
    return numbers


def _numbers(text: str) -> set[float]:
    """Numbers in figures or in words: « on a deux équipes » makes « vos 2 équipes » right."""
    return {round(numeral.value, 2) for numeral in find_numerals(fold(text))}


def _correct(play: Play, disclosure: Disclosure) -> None:
    known = disclosure.id in play.state.known
    play.note("reformulation_fausse", disclosure.id)
    play.feel(MoodChange(trust=-2), "reformulation inexacte")
    play.ordinary("reformulation_fausse", weight=65, tail=fact_text(play, disclosure) if known else "")
