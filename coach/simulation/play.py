"""One turn in the making: what the rooms of the simulation write to while `advance` runs.

It is the only mutable thing here, and it never outlives the call that made it.
"""

from dataclasses import dataclass, field, replace

from coach.language.reading import Reading
from coach.simulation import mood, wording
from coach.simulation.conditions import holds
from coach.simulation.draw import fill, format_value
from coach.simulation.events import Event, EventKind, Reply
from coach.simulation.french import typeset, with_article
from coach.simulation.ordinary import FALLBACKS
from coach.simulation.scenario import Condition, Issue, Line, MoodChange, Scenario, Subject
from coach.simulation.state import State

MAX_REPLIES = 2
_MOOD_PARTS = ("trust", "patience", "interest")


@dataclass(frozen=True, slots=True)
class Step:
    """What one turn led to."""

    state: State
    replies: tuple[Reply, ...]
    events: tuple[Event, ...]


@dataclass(slots=True)
class Play:
    """A turn being played."""

    scenario: Scenario
    subject: Subject
    state: State
    reading: Reading
    events: list[Event] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    weights: list[int] = field(default_factory=list)
    """How much each reply matters, to keep the best when there are too many."""
    gained: MoodChange = field(default_factory=MoodChange)
    progress: bool = False
    """This turn brought something: the talk does not stall."""

    # Saying ------------------------------------------------------------------------------------

    def say(
        self,
        lines: tuple[Line, ...],
        source: str,
        *,
        weight: int = 50,
        fresh: bool = False,
        tail: str = "",
        **slots: str,
    ) -> bool:
        """Says one of these lines, then `tail`; only a line never said if `fresh`. False when none may be."""
        if fresh and wording.all_said(lines, source, self.state):
            return False
        if self.state.student_name:
            slots.setdefault("etudiant", self.state.student_name)
        banned = frozenset((*self.state.last_texts, *(reply.text for reply in self.replies)))
        chosen = wording.choose(
            lines, source, self.scenario, self.subject, self.state, self.reading, slots, banned, tail
        )
        if chosen is None:
            return False
        self._utter(chosen, source, weight)
        return True

    def ordinary(self, kind: str, *, weight: int = 10, tail: str = "", **slots: str) -> None:
        """Says an ordinary reply: the archetype's, or the engine's once those are worn out."""
        own = (self.scenario.archetype.lines(kind), f"archetype:{kind}")
        plain = (FALLBACKS[kind], f"moteur:{kind}")
        worn = wording.all_said(*own, self.state) and not wording.all_said(*plain, self.state)
        for lines, source in (plain, own) if worn else (own, plain):
            if self.say(lines, source, weight=weight, fresh=False, tail=tail, **slots):
                return

    def ordinary_about(self, kind: str, issue: Issue, value: float, *, weight: int = 60) -> None:
        """An ordinary reply that speaks of a point and a value."""
        self.ordinary(kind, weight=weight, point=with_article(issue.label), valeur=value_text(issue, value))

    def speak(self, text: str, source: str, *, weight: int = 80) -> None:
        """Says a text already made."""
        self.replies.append(Reply(typeset(text), source))
        self.weights.append(weight)

    def add(self, text: str) -> None:
        """Lengthens the last reply by a sentence."""
        last = self.replies[-1]
        self.replies[-1] = replace(last, text=f"{last.text} {text}")

    def fill(self, text: str, **slots: str) -> str:
        """A text of the scenario, filled."""
        return fill(text, self.scenario, self.subject, **slots)

    @property
    def room(self) -> int:
        """Replies that may still be said this turn."""
        return MAX_REPLIES - len(self.replies)

    def _utter(self, chosen: wording.Wording, source: str, weight: int) -> None:
        self.replies.append(Reply(chosen.text, source))
        self.weights.append(weight)
        self.state = replace(self.state, used=wording.remember(self.state.used, chosen.key))

    # Remembering -------------------------------------------------------------------------------

    def note(
        self,
        kind: EventKind,
        subject: str = "",
        value: float | None = None,
        previous: float | None = None,
        detail: str = "",
    ) -> None:
        """Writes an event."""
        rounded = None if value is None else round(value, 4)
        before = None if previous is None else round(previous, 4)
        self.events.append(Event(kind, subject, rounded, before, typeset(detail)))
        if kind not in self.state.events:
            self.state = replace(self.state, events=(*self.state.events, kind))

    def feel(self, change: MoodChange, reason: str) -> None:
        """Moves the mood; every movement is an event."""
        change = mood.capped(change, self.gained, self.state.mood)
        before, after = self.state.mood, mood.moved(self.state.mood, change)
        self.gained = MoodChange(
            *(getattr(self.gained, part) + max(0, getattr(change, part)) for part in _MOOD_PARTS)
        )
        self.state = replace(self.state, mood=after)
        for part in _MOOD_PARTS:
            difference = getattr(after, part) - getattr(before, part)
            if difference:
                self.note("humeur", part, float(difference), detail=reason)

    def holds(self, condition: Condition) -> bool:
        """Whether a condition holds now."""
        return holds(condition, self.scenario, self.subject, self.state, self.reading)

    def happened(self, *kinds: EventKind) -> bool:
        """Whether one of these events happened this turn."""
        return any(event.kind in kinds for event in self.events)

    # Ending ------------------------------------------------------------------------------------

    def step(self) -> Step:
        """The turn, finished: at most `MAX_REPLIES` lines, in the order in which they were said."""
        kept = sorted(range(len(self.replies)), key=lambda index: (-self.weights[index], index))[:MAX_REPLIES]
        replies = tuple(self.replies[index] for index in sorted(kept))
        texts = tuple(reply.text for reply in replies)
        said = (*self.state.said, *(wording.checksum(text) for text in texts))
        state = replace(self.state, last_texts=texts, said=said)
        return Step(state, replies, tuple(self.events))


def value_text(issue: Issue, value: float) -> str:
    """A value of a point as the character says it."""
    if issue.kind == "oui-non":
        name = with_article(issue.label)
        return name if value >= 0.5 else f"sans {name}"
    return format_value(value, issue.unit)
