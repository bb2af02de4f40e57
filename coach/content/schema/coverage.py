"""How the criteria that no rehearsal can show are declared, each with its reason."""

from dataclasses import dataclass

from coach.content.kinds import Name, Version
from coach.content.records import Field, ListOf, Record
from coach.content.schema.parts import FREE


@dataclass(frozen=True, slots=True)
class Unseen:
    """A criterion of the référentiel that a rehearsal cannot show."""

    criterion: str
    reason: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every such criterion."""

    unseen: tuple[Unseen, ...]


_UNSEEN = Record(
    "non_observable",
    "Un critère du référentiel qu'aucune grille n'évalue.",
    Unseen,
    (
        Field("critere", "criterion", Name(("critere",)), "Identifiant du critère.", required=True),
        Field("raison", "reason", FREE, "Pourquoi une répétition ne peut pas le montrer.", required=True),
    ),
)
COVERAGE: Record[Coverage] = Record(
    "non_observables",
    "Les critères du référentiel qu'aucune répétition ne peut montrer.",
    Coverage,
    (
        Field("format", "", Version(), "Version du format : 1.", required=True),
        Field("non_observables", "unseen", ListOf(_UNSEEN), "Les critères, avec leur raison.", required=True),
    ),
)
