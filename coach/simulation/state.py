"""Everything the character remembers between two turns, as frozen data saved at every turn.

`to_dict` and `from_dict` are exact inverses, through JSON included: a killed rehearsal resumes and goes
on as if nothing had happened.
"""

from dataclasses import dataclass, fields, replace
from typing import Any, Literal, TypeAlias

from coach.simulation.scenario import Mood
from coach.simulation.transcript import Mode

ObjectionStatus: TypeAlias = Literal["latente", "due", "ouverte", "levee"]
"""``due``: its moment has come but somebody else's line came first; it is raised at the next turn."""
STEPS = ("accueillir", "creuser", "repondre", "controler")
"""The good steps in handling an objection (domaine.md §5.1, CRAC), in order."""


@dataclass(frozen=True, slots=True)
class ObjectionLife:
    """Where an objection stands."""

    id: str
    status: ObjectionStatus = "latente"
    steps: tuple[str, ...] = ()
    """Those of `STEPS` that the student has done for it."""
    idle: int = 0
    """Turns in a row in which the student spoke of something else."""
    returns: int = 0
    """Times it came back after being eluded."""


@dataclass(frozen=True, slots=True)
class Row:
    """One point of the negotiation table. All values in the unit of the point."""

    issue: str
    student: float | None = None
    """Last value that the student proposed, granted or asked, conditions included."""
    given: float | None = None
    """Last value that he granted for good; ``None``: the value if nobody speaks of it."""
    demand: float | None = None
    """Where the character stands now; ``None`` until it has had to think about it."""
    spoken: bool = False
    """The character has said its demand."""
    agreed: float | None = None
    moves: int = 0
    """Steps that the character has conceded, and free gifts that taught it to wait: both shorten the next."""
    last_step: float | None = None
    """Size of its last step: the next is never larger."""
    rounds: int = 0
    """Proposals of the student that it has turned down."""
    exceeded: bool = False
    """The student has already been told that this looks beyond his powers."""


@dataclass(frozen=True, slots=True)
class InterviewState:
    """The commission's entretien."""

    questions: tuple[tuple[str, str], ...] = ()
    """(id, text) of the questions chosen, in order."""
    index: int = 0
    followed_up: bool = False
    """The present question has already had its follow-up."""
    over: bool = False

    @property
    def current(self) -> str:
        """Identifier of the question being answered; empty once it is over."""
        return "" if self.over or self.index >= len(self.questions) else self.questions[self.index][0]


@dataclass(frozen=True, slots=True)
class State:
    """The whole memory of a rehearsal."""

    seed: int
    mode: Mode
    scene: str
    mood: Mood
    turn: int = 0
    """Utterances heard so far."""
    scene_turns: int = 0
    known: tuple[str, ...] = ()
    """Informations disclosed, in order."""
    hinted: tuple[str, ...] = ()
    objections: tuple[ObjectionLife, ...] = ()
    table: tuple[Row, ...] = ()
    trade: tuple[tuple[str, float], ...] = ()
    """(point, value) that the character would sign together: what « d'accord » accepts."""
    credit: int = 0
    """Counterparts obtained that no concession has used yet; below zero, gifts that nothing has paid for."""
    arguments: int = 0
    """Turns in which value was defended."""
    last_issue: str = ""
    last_objection: str = ""
    """The objection that the character has just raised or spoken of."""
    flags: tuple[str, ...] = ()
    reactions: tuple[str, ...] = ()
    """Reactions that already happened."""
    acts: tuple[tuple[str, int], ...] = ()
    """How often each act was heard."""
    events: tuple[str, ...] = ()
    """Kinds of events that happened, each once."""
    used: tuple[str, ...] = ()
    """Keys of the lines said, the latest last, each once."""
    last_texts: tuple[str, ...] = ()
    """The character's previous lines, word for word."""
    said: tuple[int, ...] = ()
    """Checksums of all that it has said, so that nothing is said twice."""
    heard: tuple[str, ...] = ()
    """The student's utterances, folded, the latest last."""
    probe: str = ""
    """What the character has just asked to be told (« exigence »)."""
    probes_asked: tuple[str, ...] = ()
    """In order, as often as asked."""
    probes_told: tuple[str, ...] = ()
    long_turns: int = 0
    """Long speeches in a row."""
    stalled: int = 0
    """Turns in a row that brought nothing."""
    student_name: str = ""
    sealed: str = ""
    """Ending already earned by an agreement; the talk goes on to its leave-taking."""
    sealed_turns: int = 0
    appointment: str = ""
    """Ending of an appointment already fixed, while the student goes on negotiating."""
    ending: str = ""
    """Ending reached: the simulation is over."""
    interview: InterviewState | None = None

    # Reading it --------------------------------------------------------------------------------

    def objection(self, name: str) -> ObjectionLife:
        """The life of an objection."""
        return next((life for life in self.objections if life.id == name), ObjectionLife(name))

    def open_objections(self) -> tuple[ObjectionLife, ...]:
        """Objections raised and not lifted."""
        return tuple(life for life in self.objections if life.status == "ouverte")

    def row(self, issue: str) -> Row:
        """The row of a point of negotiation."""
        return next((row for row in self.table if row.issue == issue), Row(issue))

    def times(self, *acts: str) -> int:
        """How often these acts were heard, in all."""
        return sum(count for act, count in self.acts if act in acts)

    def table_touched(self) -> bool:
        """Whether any point of negotiation was spoken of."""
        return any(row.spoken or row.student is not None for row in self.table)

    def mood_triple(self) -> tuple[int, int, int]:
        """Trust, patience, interest."""
        return (self.mood.trust, self.mood.patience, self.mood.interest)

    # Changing it -------------------------------------------------------------------------------

    def with_objection(self, life: ObjectionLife) -> "State":
        """The same with one objection's life replaced."""
        return replace(self, objections=tuple(life if o.id == life.id else o for o in self.objections))

    def with_row(self, row: Row) -> "State":
        """The same with one row of the table replaced."""
        return replace(self, table=tuple(row if r.issue == row.issue else r for r in self.table))

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "State":
        """The state that `to_dict` described."""
        read = {name: _tuples(value) for name, value in data.items()}
        read["mood"] = Mood(**data["mood"])
        read["objections"] = tuple(ObjectionLife(**_fields(item)) for item in data["objections"])
        read["table"] = tuple(Row(**_fields(item)) for item in data["table"])
        interview = data["interview"]
        read["interview"] = InterviewState(**_fields(interview)) if interview else None
        return cls(**read)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mood | ObjectionLife | Row | InterviewState):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _tuples(value: Any) -> Any:
    return tuple(_tuples(item) for item in value) if isinstance(value, list) else value


def _fields(data: dict[str, Any]) -> dict[str, Any]:
    return {name: _tuples(value) for name, value in data.items()}
