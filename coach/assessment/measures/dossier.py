"""What the student made of what he knew: figures of the dossier, words of the client, notes."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from coach.assessment.evaluation import Evidence
from coach.assessment.finding import (
    MOST_COUNTEREXAMPLES,
    MOST_QUOTES,
    Finding,
    absence,
    fact,
    not_shown,
    passage,
    share,
    times,
)
from coach.assessment.grid import Indicator
from coach.assessment.talk import Learned, Talk
from coach.assessment.vocabulary import Word, matter, words
from coach.language.reading import Quantity, QuantityKind
from coach.language.units import DAYS_IN
from coach.simulation.scenario import Figure
from coach.simulation.transcript import Turn

ROUGHLY = 0.03
"""Latitude of a figure said to be approximate."""
_UNITS: dict[str, QuantityKind] = {"%": "pourcentage", "€": "montant", "eur": "montant", "euros": "montant"}
_DURATIONS = {
    "h": "heure", "heures": "heure", "j": "jour", "jours": "jour", "semaines": "semaine", "ans": "an",
    "minutes": "minute",
}  # fmt: skip


def figures(talk: Talk, indicator: Indicator) -> Finding:
    """`chiffres`: figures of the dossier rightly used, each once."""
    known = talk.scenario.figures
    turns = talk.window(indicator)
    if not known or not turns:
        return not_shown("Ce scénario n'a pas de chiffre à utiliser.")
    used: dict[str, Evidence] = {}
    values = {each.id: talk.subject.number(each.value) for each in known}
    for turn in turns:
        for quantity in () if turn.number in talk.mute else turn.reading.quantities:
            figure = _figure_meant(known, values, quantity)
            if figure and figure.id not in used and not talk.is_recited(turn.number, quantity.start):
                used[figure.id] = passage(turn, quantity.start, quantity.end, figure.label)
    wanted = min(indicator.count, len(known))
    score = share(len(used), wanted)
    evidence = tuple(used.values())[:MOST_QUOTES]
    if score < 1:
        evidence += (fact(times(len(used), wanted)),) if used else (absence(indicator, turns),)
    evidence += _wrong(talk, turns)
    return Finding(score, evidence, None, ("apporter_preuve", "annoncer_prix", "defendre_valeur"))


def _wrong(talk: Talk, turns: tuple[Turn, ...]) -> tuple[Evidence, ...]:
    """Figures that the other side has contradicted."""
    numbers = {turn.number for turn in turns}
    wrong = [each for each in talk.events("chiffre_faux") if each.turn.number in numbers]
    return tuple(
        passage(each.turn, 0, 0, each.event.detail or "chiffre inexact", kind="contre-exemple")
        for each in wrong[:MOST_COUNTEREXAMPLES]
    )


def _figure_meant(
    known: tuple[Figure, ...], values: Mapping[str, float], quantity: Quantity
) -> Figure | None:
    """The nearest figure: « environ 5 000 € » is one of them, not every one around."""
    said = quantity.value
    if isinstance(said, str):
        return None
    meant = [each for each in known if _is_figure(quantity, values[each.id], each.unit)]
    return min(meant, key=lambda each: abs(said - values[each.id]), default=None)


def _is_figure(quantity: Quantity, value: float, unit: str) -> bool:
    if quantity.negated or isinstance(quantity.value, str):
        return False
    kind, days = _measured_in(unit)
    if quantity.kind not in (kind, "nombre"):
        return False
    value *= days
    latitude = ROUGHLY if quantity.approximate else 1e-6
    return abs(quantity.value - value) <= latitude * max(1.0, abs(value))


@lru_cache(maxsize=256)
def _measured_in(unit: str) -> tuple[QuantityKind, float]:
    """The kind of quantity that a unit measures, and what to multiply it by to have days."""
    head = unit.lower().split(" ")[0].split("/")[0]
    duration = _DURATIONS.get(head, head)
    if duration in DAYS_IN:
        return "duree", DAYS_IN[duration]
    return _UNITS.get(head, "quantite"), 1


def personalised(talk: Talk, indicator: Indicator) -> Finding:
    """`personnalisation`: the client's name, company and own words taken up, each once; with `acts`, what he
    said taken up while doing one of them."""
    turns = talk.window(indicator)
    if not turns:
        return not_shown("Cette partie de l'échange n'a pas eu lieu.")
    if indicator.acts:
        numbers = {said.turn for said in talk.acts(indicator.acts, turns)}
        taken = _taken_up(talk, tuple(turn for turn in turns if turn.number in numbers))
    else:
        taken = {**_named(talk, turns), **_taken_up(talk, turns)}
    score = share(len(taken), indicator.count)
    evidence = tuple(sorted(taken.values(), key=lambda item: (item.turn or 0, item.start)))[:MOST_QUOTES]
    if score < 1:
        evidence += (fact(times(len(taken), indicator.count)),) if taken else (absence(indicator, turns),)
    wanted = indicator.acts or ("creer_lien", "reformuler", "argumenter")
    return Finding(score, evidence, _moment(talk, indicator, turns, taken), wanted)


def _moment(
    talk: Talk, indicator: Indicator, turns: tuple[Turn, ...], taken: dict[str, Evidence]
) -> int | None:
    """The first time it was done without the client's own words."""
    if not indicator.acts:
        return None
    shown = {item.turn for item in taken.values()}
    return next((said.turn for said in talk.acts(indicator.acts, turns) if said.turn not in shown), None)


def _named(talk: Talk, turns: tuple[Turn, ...]) -> dict[str, Evidence]:
    """The client's name and company, the first time each is said."""
    character = talk.scenario.character
    found: dict[str, Evidence] = {}
    for key, name in (("nom", character.name), ("entreprise", character.company)):
        last = [word.text for word in words(name)][-1:]
        for turn in turns:
            if turn.number in talk.mute:
                continue
            place = next((word for word in words(turn.reading.text) if [word.text] == last), None)
            if last and len(last[0]) > 2 and place and key not in found:
                found[key] = passage(turn, place.start, place.end, f"{key} du client")
    return found


def _taken_up(talk: Talk, turns: tuple[Turn, ...]) -> dict[str, Evidence]:
    """What the client told, when the student's words show that it was heard."""
    found: dict[str, Evidence] = {}
    for turn in turns:
        if turn.number not in talk.mute:
            for item, place in _heard(talk, turn, found):
                start, end = _clause(turn, place)
                found[_key(item)] = passage(turn, start, end, f"reprend : {item.label}")
    return found


def _key(item: Learned) -> str:
    return item.disclosure or f"objection:{item.turn}"


def _heard(talk: Talk, turn: Turn, found: Mapping[str, Evidence]) -> Iterator[tuple[Learned, Word]]:
    """Facts that an utterance takes up, the plainest first; a word speaks for one fact only."""
    said = dict(matter(turn.reading.text))
    targets = {match.target for match in turn.reading.matches if match.kind == "reformulation"}
    known = [item for item in talk.learned if item.turn < turn.number and _key(item) not in found]
    for item in sorted(known, key=lambda item: (-len(item.stems & said.keys()), item.turn, _key(item))):
        place = _place(talk, item, said, targets)
        if place:
            for stem in item.stems:
                said.pop(stem, None)
            yield item, place


def _place(talk: Talk, item: Learned, said: Mapping[str, Word], targets: set[str]) -> Word | None:
    """A word that the client's own answer and the utterance share, beside what the sheet already said."""
    common = [said[stem] for stem in sorted(item.stems & said.keys())]
    own = [stem for stem in item.stems & said.keys() if stem not in talk.sheet.stems]
    if len(common) >= 2 and own:
        return min(common, key=lambda word: word.start)
    return next(iter(said.values()), None) if item.disclosure and item.disclosure in targets else None


def _clause(turn: Turn, word: Word) -> tuple[int, int]:
    for start, end in turn.reading.clauses:
        if start <= word.start < end:
            return start, end
    return 0, 0


def notes(talk: Talk, indicator: Indicator) -> Finding:
    """`notes`: what was learned or agreed, found in the notepad."""
    if not talk.transcript.notes.strip():
        return not_shown("Aucune note n'a été prise.")
    written = set(matter(talk.transcript.notes))
    numbers = {word.text for word in words(talk.transcript.notes)}
    kept = [item.label for item in talk.learned if len(written & item.stems) >= 2]
    for each in talk.events("point_accorde"):
        value = each.event.value
        label = next((issue.label for issue in talk.scenario.issues if issue.id == each.event.subject), "")
        if label and value is not None and f"{value:g}" in numbers:
            kept.append(label)
    kept = list(dict.fromkeys(kept))
    score = share(len(kept), indicator.count)
    told = (
        f"Retrouvé dans vos notes : {' ; '.join(kept[:MOST_QUOTES])}"
        if kept
        else "Vos notes ne retiennent rien de l'échange."
    )
    return Finding(score, (fact(told),), None, ("recapituler",))
