"""The rules of law that a seller must respect, dated, and to which exchanges each of them applies.

The law moves: what is true here is true on the day that the file says, and the student sees that day.
"""

from dataclasses import dataclass, field

from coach.assessment.typography import typeset
from coach.simulation.scenario import (
    CHANNEL_LABELS,
    SITUATION_LABELS,
    Channel,
    ClientNature,
    Scenario,
    Sector,
    Situation,
)

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reach:
    """The exchanges to which a rule applies: everything that is set must hold."""

    client: ClientNature | None = None
    contract: bool | None = None
    recorded: bool | None = None
    channels: tuple[Channel, ...] = ()
    situations: tuple[Situation, ...] = ()
    sectors: tuple[Sector, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, with the text it comes from."""

    id: str
    title: str
    text: str
    """The rule in one or two plain French sentences."""
    source: str
    """The article, as one cites it."""
    since: str = ""
    """ISO date from which it applies; empty when it has applied for long."""
    address: str = ""
    """Where the text, or the page that gives it, can be read."""
    reach: Reach = field(default_factory=Reach)


@dataclass(frozen=True, slots=True)
class Law:
    """Every rule, as read on a day."""

    title: str
    read_on: str
    """ISO date of the day on which the rules were checked."""
    notice: str
    """What the student and the teacher must know of its limits."""
    rules: tuple[Rule, ...]

    def rule(self, name: str) -> Rule | None:
        """The rule of that identifier."""
        return next((each for each in self.rules if each.id == name), None)


def out_of_reach(rule: Rule, scenario: Scenario) -> str:
    """Why a rule does not bear on an exchange, in French; empty when it does."""
    reach, frame = rule.reach, scenario.legal
    if reach.channels and scenario.channel not in reach.channels:
        return f"l'échange a lieu par un autre canal ({CHANNEL_LABELS[scenario.channel]})"
    if reach.situations and scenario.situation not in reach.situations:
        return f"la situation est autre ({SITUATION_LABELS[scenario.situation]})"
    if reach.sectors and frame.sector not in reach.sectors:
        return "elle ne vaut que pour un autre secteur"
    if reach.client and reach.client != frame.client:
        return f"le client est un {frame.client}" if frame.client else "la nature du client n'est pas donnée"
    if reach.contract is not None and reach.contract != frame.contract:
        known = {True: "un contrat est en cours", False: "aucun contrat n'est en cours"}
        return known[frame.contract] if frame.contract is not None else "le contrat en cours n'est pas donné"
    if reach.recorded is not None and reach.recorded != frame.recorded:
        return "l'échange n'est pas enregistré"
    return ""


def told(rule: Rule, read_on: str) -> str:
    """The rule as the student reads it, with its source and its date."""
    since = f", depuis le {day(rule.since)}" if rule.since else ""
    return typeset(f"{rule.text} ({rule.source}{since} ; règle relue le {day(read_on)})")


def day(iso: str) -> str:
    """« 11 août 2026 »."""
    year, month, number = (int(part) for part in iso.split("-"))
    return f"{'1er' if number == 1 else number} {_MONTHS[month - 1]} {year}"
