"""A transcript made ready to be measured: what was said and credited, what happened, what was learned."""

from dataclasses import dataclass
from functools import lru_cache

from coach.assessment.credit import FAULT_CONFIDENCE, FAULTS, Said, credits_of
from coach.assessment.grid import Indicator
from coach.assessment.sheet import Sheet, sheet_of
from coach.assessment.vocabulary import matter
from coach.simulation.draw import fill
from coach.simulation.events import Event
from coach.simulation.scenario import Scenario, Subject
from coach.simulation.transcript import Transcript, Turn

FAULTY_EVENTS = frozenset(
    {"faute", "concession_sans_contrepartie", "hors_mandat", "objection_eludee", "reformulation_fausse"}
    | {"redite", "monologue", "hors_sujet", "incompris", "silence"}
)
ENOUGH_TURNS = 3
"""Faultless utterances needed before the absence of a fault means something."""


@dataclass(frozen=True, slots=True)
class Fact:
    """An event and the turn of it."""

    turn: Turn
    event: Event


@dataclass(frozen=True, slots=True)
class Learned:
    """Something that the character told, and the words in which it did."""

    label: str
    turn: int
    stems: frozenset[str]
    disclosure: str


@dataclass(frozen=True, slots=True)
class Talk:
    """What the measures look at."""

    transcript: Transcript
    scenario: Scenario
    turns: tuple[Turn, ...]
    """Utterances of the simulation, silences left out."""
    said: dict[str, tuple[Said, ...]]
    """Credited acts by kind, in order."""
    withheld: dict[str, tuple[Said, ...]]
    mute: frozenset[int]
    """Utterances that earn nothing at all (recitation, off topic, repetition)."""
    recited: dict[int, tuple[tuple[int, int], ...]]
    """Parts of utterances in which the sheet is read out at length: their figures earn nothing either."""
    faults: tuple[Said, ...]
    """Faults, credited or not: a fault counts wherever it stands."""
    facts: tuple[Fact, ...]
    learned: tuple[Learned, ...]
    sheet: Sheet

    @property
    def subject(self) -> Subject:
        """The draw that was played."""
        return self.transcript.subject

    @property
    def long_enough(self) -> bool:
        """Whether there was enough talk for an absence of faults to mean something."""
        faulty = {fault.turn for fault in self.faults}
        faulty |= {fact.turn.number for fact in self.facts if fact.event.kind in FAULTY_EVENTS}
        return sum(1 for turn in self.turns if turn.number not in faulty) >= ENOUGH_TURNS

    def window(self, indicator: Indicator) -> tuple[Turn, ...]:
        """The utterances that an indicator looks at."""
        turns = self.turns
        if indicator.first_turns:
            turns = turns[: indicator.first_turns]
        if indicator.last_turns:
            turns = turns[-indicator.last_turns :]
        if indicator.scenes:
            turns = tuple(turn for turn in turns if turn.scene in indicator.scenes)
        return turns

    def acts(self, names: tuple[str, ...], turns: tuple[Turn, ...]) -> list[Said]:
        """Credited acts of these kinds within these turns, in order."""
        return _within(self.said, names, turns)

    def uncredited(self, names: tuple[str, ...], turns: tuple[Turn, ...]) -> list[Said]:
        """The same, of those that earned nothing."""
        return _within(self.withheld, names, turns)

    def events(self, *kinds: str) -> list[Fact]:
        """Events of these kinds, in order."""
        return [fact for fact in self.facts if fact.event.kind in kinds]

    def is_recited(self, number: int, start: int) -> bool:
        """Whether this place of an utterance is the sheet read out."""
        return any(first <= start < last for first, last in self.recited.get(number, ()))

    def turn(self, number: int) -> Turn:
        """The utterance of that number."""
        return next(turn for turn in self.turns if turn.number == number)

    def fill(self, text: str) -> str:
        """A text of the scenario with this draw's values."""
        return fill(text, self.scenario, self.subject)


def talk_of(transcript: Transcript, scenario: Scenario) -> Talk:
    """Makes a transcript ready."""
    played = transcript.simulation()
    turns = tuple(turn for turn in played if turn.text.strip())
    sheet = sheet_of(scenario, transcript.subject)
    credited = credits_of(turns, sheet, sheet.stems | _script_stems(_script(scenario)))
    return Talk(
        transcript=transcript,
        scenario=scenario,
        turns=turns,
        said=_by_act(credited.said),
        withheld=_by_act(credited.withheld),
        mute=credited.mute,
        recited=credited.recited,
        faults=_faults(turns),
        facts=tuple(Fact(turn, event) for turn in played for event in turn.events),
        learned=_learned(played, scenario),
        sheet=sheet,
    )


def _within(
    index: dict[str, tuple[Said, ...]], names: tuple[str, ...], turns: tuple[Turn, ...]
) -> list[Said]:
    numbers = {turn.number for turn in turns}
    found = [said for name in names for said in index.get(name, ()) if said.turn in numbers]
    return sorted(found, key=lambda said: (said.turn, said.start, said.act))


def _by_act(items: tuple[Said, ...]) -> dict[str, tuple[Said, ...]]:
    index: dict[str, list[Said]] = {}
    for said in items:
        index.setdefault(said.act, []).append(said)
    return {act: tuple(group) for act, group in index.items()}


def _faults(turns: tuple[Turn, ...]) -> tuple[Said, ...]:
    """Faults read surely, or noted by the engine."""
    found: list[Said] = []
    for turn in turns:
        text = turn.reading.text
        seen: set[str] = set()
        for act in turn.reading.acts:
            if act.act in FAULTS and act.confidence >= FAULT_CONFIDENCE and act.act not in seen:
                seen.add(act.act)
                quote = text[act.start : act.end]
                found.append(
                    Said(turn.number, act.act, act.start, act.end, act.confidence, quote, act.reason)
                )
        for event in turn.events:
            if event.kind == "faute" and event.subject not in seen:
                seen.add(event.subject)
                found.append(Said(turn.number, event.subject, 0, len(text), 1.0, text, event.detail))
    return tuple(found)


def _learned(turns: tuple[Turn, ...], scenario: Scenario) -> tuple[Learned, ...]:
    labels = {item.id: item.label for item in scenario.disclosures}
    found = []
    for turn in turns:
        for reply in turn.replies:
            kind, _, name = reply.source.partition(":")
            if kind == "information" and name in labels:
                found.append(Learned(labels[name], turn.number, frozenset(matter(reply.text)), name))
            elif kind == "objection" and name.endswith(":approfondie"):
                found.append(Learned("ce qui le retient", turn.number, frozenset(matter(reply.text)), ""))
    return tuple(found)


def _script(scenario: Scenario) -> tuple[str, ...]:
    """Words that belong to this case besides the sheet's."""
    character = scenario.character
    texts = [scenario.title, scenario.student_role, scenario.student_company]
    texts += [character.name, character.company, character.role]
    for disclosure in scenario.disclosures:
        texts += [*disclosure.questions, *disclosure.paraphrases, *(line.text for line in disclosure.says)]
    for objection in scenario.objections:
        texts += [*objection.answers, *(line.text for line in objection.says)]
    for issue in scenario.issues:
        texts += [issue.label, *issue.words]
    return tuple(texts)


@lru_cache(maxsize=32)
def _script_stems(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem for text in texts for stem in matter(text))
