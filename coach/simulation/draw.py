"""The draw of a subject, and texts filled with its values in French typography."""

import random
import re
from dataclasses import astuple

from coach.simulation.french import NBSP, THIN, typeset
from coach.simulation.scenario import ParameterSet, ParameterValue, Scenario, Subject

_SLOT = re.compile(r"\{([A-Za-z0-9_-]+)\}")
_EURO_UNITS = {"eur": "€", "euro": "€", "euros": "€"}


def draw(scenario: Scenario, seed: int, set_id: str | None = None) -> Subject:
    """A subject: the set named, the original activity for ``""``, or a set that the seed chooses."""
    chosen = _choose(scenario, seed) if set_id is None else _named(scenario, set_id)
    values: dict[str, ParameterValue] = {
        parameter.id: parameter.original for parameter in scenario.parameters
    }
    if chosen:
        values.update(chosen.changes)
    return Subject(scenario.id, chosen.id if chosen else "", seed, tuple(values.items()))


def changes(scenario: Scenario, subject: Subject) -> tuple[tuple[str, str, str], ...]:
    """(label, original, drawn) of every changed parameter that the candidate is told of, formatted.

    What only the jury's sheet and the character know (« le budget qu'elle peut accorder ») is to discover.
    """
    told = _told(scenario, subject)
    return tuple(
        (p.label, format_value(p.original, p.unit), format_value(subject.value(p.id), p.unit))
        for p in scenario.parameters
        if subject.value(p.id) != p.original and p.id in told
    )


def announcements(scenario: Scenario, subject: Subject) -> tuple[str, ...]:
    """The sentences that tell the candidate what has changed, filled; none for the original activity."""
    chosen = next((item for item in scenario.sets if item.id == subject.set_id), None)
    return tuple(fill(text, scenario, subject) for text in chosen.announced) if chosen else ()


def changed_parameters(scenario: Scenario, subject: Subject) -> frozenset[str]:
    """Identifiers of the parameters whose value differs from the original activity."""
    return frozenset(p.id for p in scenario.parameters if subject.value(p.id) != p.original)


def starred(text: str, scenario: Scenario, subject: Subject) -> bool:
    """Whether this text of the sheet speaks of a changed parameter and deserves its star."""
    return bool(changed_parameters(scenario, subject).intersection(_SLOT.findall(text)))


def fill(text: str, scenario: Scenario, subject: Subject, **slots: str) -> str:
    """The text with its slots filled, in French typography. An unknown slot stays visible: a fault of the
    script, never a crash."""
    if "{" not in text:
        return typeset(text)
    units = {parameter.id: parameter.unit for parameter in scenario.parameters}
    values = dict(subject.values)
    common = {
        "personnage": f"{scenario.character.title} {scenario.character.name}".strip(),
        "entreprise": scenario.student_company,
    }

    def replacement(match: re.Match[str]) -> str:
        name = match.group(1)
        if name in slots:
            return slots[name]
        if name in values:
            unit = units.get(name, "")
            following = match.string[match.end() :].lstrip(f" {NBSP}{THIN}")
            already = unit and following.startswith((unit, _EURO_UNITS.get(unit.lower(), unit)))
            return format_value(values[name], "" if already else unit)
        return common.get(name, match.group(0))

    return typeset(_SLOT.sub(replacement, text))


def format_value(value: ParameterValue, unit: str = "") -> str:
    """« 1 800 € », « 8 % », « 24 mois »; a text value as it is."""
    if isinstance(value, str):
        return value
    number = format_number(value)
    shown = _EURO_UNITS.get(unit.lower(), unit)
    if not shown:
        return number
    return f"{number}{NBSP}{_singular(shown) if abs(value) < 2 else shown}"


def format_number(value: float) -> str:
    """« 1 800 », « 12,5 », « 49,90 » (two decimals when one is not enough)."""
    value = round(value, 2)
    if value == int(value):
        return f"{int(value):,}".replace(",", THIN)
    text = f"{value:,.2f}"
    if text.endswith("0") and abs(value) < 20:
        text = text[:-1]
    return text.replace(",", THIN).replace(".", ",")


def _singular(unit: str) -> str:
    head, space, tail = unit.partition(" ")
    invariable = len(head) <= 3 or head in ("mois", "fois", "colis", "repas", "devis")
    return unit if invariable or not head.endswith("s") else head[:-1] + space + tail


def _told(scenario: Scenario, subject: Subject) -> frozenset[str]:
    """Parameters that appear in what the candidate reads in the loge."""
    texts = [scenario.student_role, *(document.text for document in scenario.documents)]
    texts += [line for rubric in astuple(scenario.fiche_sujet) for line in rubric]
    texts += [text for each in scenario.sets if each.id == subject.set_id for text in each.announced]
    return frozenset(name for text in texts for name in _SLOT.findall(text))


def _choose(scenario: Scenario, seed: int) -> ParameterSet | None:
    if not scenario.sets:
        return None
    return random.Random(f"{scenario.id}:{seed}:jeu").choice(scenario.sets)


def _named(scenario: Scenario, set_id: str) -> ParameterSet | None:
    if not set_id:
        return None
    for item in scenario.sets:
        if item.id == set_id:
            return item
    raise KeyError(set_id)
