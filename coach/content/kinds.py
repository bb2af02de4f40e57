"""The kinds of single values. Each converts a node *and* tells its JSON Schema.

A kind that cannot convert notes every problem it sees in the `Work`, then raises `RejectedError`; the
kinds that hold others let all of them speak before giving up, so that one reading tells everything.
"""

import re
from dataclasses import dataclass
from datetime import date

from coach.content.nodes import Node, Path, Text
from coach.content.work import Json, Reference, Work, number
from coach.simulation.scenario import Amount, ParameterValue

_SLOT = re.compile(r"\{([^{}]*)\}")
_IDENTIFIER = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_SCALAR: list[Json] = ["string", "number", "boolean"]
"""An editor takes ``12`` for a number; we take it for the text that was written."""


def scalar(node: Node, path: Path, work: Work) -> Text:
    """The text that a node must be."""
    if not isinstance(node, Text):
        message = "Un texte est attendu ici, pas une liste ni un groupe."
        raise work.reject("C022", node, path, message, "mettez cette ligne entre guillemets")
    if node.missing:
        raise work.reject("C025", node, path, "La valeur manque.", "complétez la ligne ou effacez-la")
    return node


@dataclass(frozen=True, slots=True)
class Prose:
    """A text for people, in which ``{parameter}`` may be replaced."""

    limit: int = 2_000
    slots: tuple[str, ...] | None = ()
    """Names besides the parameters that may stand in braces; ``None``: braces mean nothing here."""
    empty: bool = False

    def read(self, node: Node, path: Path, work: Work) -> str:
        text = scalar(node, path, work)
        value = text.value.strip()
        if not value and not self.empty:
            raise work.reject("C025", node, path, "Ce texte est vide.", "complétez-le ou effacez la ligne")
        if len(value) > self.limit:
            advice = f"{self.limit} caractères au plus"
            raise work.reject("C038", node, path, f"Ce texte fait {len(value)} caractères.", advice)
        if text.cut:
            work.note("C015", node, path, "Ce texte est coupé par un « # ».", "mettez-le entre guillemets")
        if self.slots is not None:
            for found in _SLOT.finditer(value):
                work.references.append(Reference("champ", found.group(1), node.mark, path, self.slots))
        return value

    def schema(self, definitions: dict[str, Json]) -> dict[str, Json]:
        shape: dict[str, Json] = {"type": _SCALAR, "maxLength": self.limit}
        return shape if self.empty else {**shape, "minLength": 1}

    def describe(self) -> str:
        return "texte"


@dataclass(frozen=True, slots=True)
class Name:
    """An identifier: declared here (`space`), in one or several spaces, or free."""

    spaces: tuple[str, ...] = ()

    def read(self, node: Node, path: Path, work: Work) -> str:
        value = scalar(node, path, work).value
        if not _IDENTIFIER.fullmatch(value) or len(value) > 60:
            advice = "minuscules sans accent, chiffres et tirets : « remise-annuelle »"
            raise work.reject("C031", node, path, f"« {value[:60]} » n'est pas un identifiant.", advice)
        for space in self.spaces:
            earlier = work.declare(space, value, node)
            if earlier:
                message = f"L'identifiant « {value} » est déjà pris ligne {earlier.line}."
                work.note("C032", node, path, message, "donnez-lui un autre nom")
                break
        return value

    def schema(self, definitions: dict[str, Json]) -> dict[str, Json]:
        return {"type": ["string", "number"], "pattern": f"^{_IDENTIFIER.pattern}$", "maxLength": 60}

    def describe(self) -> str:
        return "identifiant"


@dataclass(frozen=True, slots=True)
class Ref:
    """The identifier of something declared elsewhere, in the same file or not."""

    space: str
    label: str
    empty: bool = False

    def read(self, node: Node, path: Path, work: Work) -> str:
        if self.empty and isinstance(node, Text) and not node.value:
            return ""
        value = scalar(node, path, work).value
        work.references.append(Reference(self.space, value, node.mark, path))
        return value

    def schema(self, definitions: dict[str, Json]) -> dict[str, Json]:
        return {"type": ["string", "number"]}

    def describe(self) -> str:
        return f"identifiant {self.label}"


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag that a reaction sets; several may set the same one."""

    def read(self, node: Node, path: Path, work: Work) -> str:
        value = Name().read(node, path, work)
        work.declare("marque", value, node)
        return value

    def schema(self, definitions: dict[str, Json]) -> dict[str, Json]:
        return Name().schema(definitions)

    def describe(self) -> str:
        return "identifiant de marque"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few values."""

    values: tuple[str, ...]

    def read(self, node: Node, path: Path, work: Work) -> str:
        value = scalar(node, path, work).value
        if value not in self.values:
            message = f"« {value[:60]} » n'est pas une valeur admise ici."
            raise work.reject("C029", node, path, message, work.did_you_mean(value, self.values))
        return value

    def schema(self, definitions: dict[str, Json]) -> dict[str, Json]:
        return {"enum": list(self.values)}

    def describe(self) -> str:
        return ", ".join(f"`{value}`" for value in self.values)


@dataclass(frozen=True, slots=True)
class YesNo:
    """``oui`` or ``non``."""

    def read(self, node: Node, path: Path, work: Work) -> bool:
        value = scalar(node, path, work).value.lower()
        if value not in ("oui", "non", "true", "false"):
            raise work.reject(
                "C028", node, path, f"« {value[:60]} » n'est ni « oui » ni « non ».", "écrivez oui ou non"
            )
        return value in ("oui", "true")

    def schema(self, definitions: dict[str, Json]) -> dict[str, Json]:
        return {"enum": ["oui", "non", True, False]}

    def describe(self) -> str:
        return "`oui` ou `non`"


@dataclass(frozen=True, slots=True)
class Number:
    """A number within bounds."""

    low: float = -1e9
    high: float = 1e9

    def read(self, node: Node, path: Path, work: Work) -> float:
        text = scalar(node, path, work).value
        value = number(text)
        if value is None:
            advice = "écrivez le nombre seul, sans unité : 12 ou 2,5"
            raise work.reject("C026", node, path, f"« {text[:60]} » n'est pas un nombre.", advice)
        if not self.low <= value <= self.high:
            advice = f"entre {self.low:g} et {self.high:g}"
            raise work.reject("C027", node, path, f"{text} est hors limites.", advice)
        return value

    def schema(self, definitions: dict[str, Json]) -> dict[str, Json]:
        figures: dict[str, Json] = {"type": "number", "minimum": self.low, "maximum": self.high}
        return {"anyOf": [figures, {"type": "string", "pattern": r"^[+-]?\d[\d \u00a0\u202f]*([.,]\d+)?$"}]}

    def describe(self) -> str:
        return "nombre"


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within bounds."""

    low: int
    high: int

    def read(self, node: Node, path: Path, work: Work) -> int:
        value = Number(self.low, self.high).read(node, path, work)
        if value != int(value):
            raise work.reject("C026", node, path, f"{value:g} n'est pas un nombre entier.", "arrondissez-le")
        return int(value)

    def schema(self, definitions: dict[str, Json]) -> dict[str, Json]:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}

    def describe(self) -> str:
        return f"nombre entier de {self.low} à {self.high}"


@dataclass(frozen=True, slots=True)
class Money:
    """A number, or ``{parameter}``: whatever the draw gives."""

    def read(self, node: Node, path: Path, work: Work) -> Amount:
        text = scalar(node, path, work).value.strip()
        slot = _SLOT.fullmatch(text)
        if slot:
            work.references.append(Reference("montant", slot.group(1), node.mark, path))
            return Amount(parameter=slot.group(1))
        return Amount(value=Number().read(node, path, work))

    def schema(self, definitions: dict[str, Json]) -> dict[str, Json]:
        return {"type": ["number", "string"]}

    def describe(self) -> str:
        return 'nombre, ou paramètre : `"{budget}"`'


@dataclass(frozen=True, slots=True)
class Value:
    """The value of a parameter: a number if it reads as one, else a text."""

    def read(self, node: Node, path: Path, work: Work) -> ParameterValue:
        text = scalar(node, path, work)
        figure = number(text.value)
        return Prose(300, slots=None).read(text, path, work) if figure is None else figure

    def schema(self, definitions: dict[str, Json]) -> dict[str, Json]:
        return {"type": _SCALAR}

    def describe(self) -> str:
        return "nombre ou texte"


@dataclass(frozen=True, slots=True)
class Day:
    """A date, year-month-day."""

    def read(self, node: Node, path: Path, work: Work) -> str:
        value = scalar(node, path, work).value
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            advice = "écrivez année-mois-jour : 2026-11-23"
            raise work.reject("C030", node, path, f"« {value[:60]} » n'est pas une date.", advice) from None

    def schema(self, definitions: dict[str, Json]) -> dict[str, Json]:
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}

    def describe(self) -> str:
        return "date `AAAA-MM-JJ`"


@dataclass(frozen=True, slots=True)
class Version:
    """The version of the format; only one exists."""

    def read(self, node: Node, path: Path, work: Work) -> None:
        value = scalar(node, path, work).value
        if value != "1":
            advice = "écrivez « format: 1 », ou mettez le programme à jour"
            raise work.reject("C035", node, path, f"Le format « {value[:20]} » est inconnu.", advice)

    def schema(self, definitions: dict[str, Json]) -> dict[str, Json]:
        return {"const": 1}

    def describe(self) -> str:
        return "`1`"
