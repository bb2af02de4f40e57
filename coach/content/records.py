"""The kinds that hold others: lists, groups of keys, and texts that may be lists."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from coach.content.kinds import Prose
from coach.content.nodes import Mapping, Node, Path, Sequence, Text
from coach.content.work import Json, Kind, RejectedError, Work

T_co = TypeVar("T_co", covariant=True)
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class ListOf(Generic[T_co]):
    """A list; where `single`, one value alone stands for a list of one."""

    item: Kind[T_co]
    least: int = 0
    most: int = 500
    single: bool = False

    def read(self, node: Node, path: Path, work: Work) -> tuple[T_co, ...]:
        values: list[T_co] = []
        failed = False
        items = self._items(node, path, work)
        for position, item in enumerate(items):
            try:
                values.append(self.item.read(item, (*path, position), work))
            except RejectedError:
                failed = True
        if not self.least <= len(items) <= self.most:
            raise work.reject("C033", node, path, f"{len(items)} élément(s) dans cette liste.", self._size())
        if failed:
            raise RejectedError
        built = tuple(values)
        work.built.append((path, built))
        return built

    def _items(self, node: Node, path: Path, work: Work) -> tuple[Node, ...]:
        if isinstance(node, Sequence):
            return node.items
        if isinstance(node, Text) and node.missing:
            raise work.reject("C025", node, path, "La valeur manque.", "complétez la ligne ou effacez-la")
        if self.single:
            return (node,)
        advice = "écrivez un élément par ligne, après un tiret"
        raise work.reject("C024", node, path, "Une liste est attendue ici.", advice)

    def _size(self) -> str:
        if self.least == self.most:
            return f"il en faut {self.least}"
        return f"il en faut de {self.least} à {self.most}"

    def schema(self, definitions: dict[str, Json]) -> dict[str, Json]:
        item = self.item.schema(definitions)
        many: dict[str, Json] = {"type": "array", "items": item}
        if self.least:
            many["minItems"] = self.least
        if self.most < 500:
            many["maxItems"] = self.most
        return {"anyOf": [item, many]} if self.single and self.least <= 1 else many

    def describe(self) -> str:
        if self.single:
            return f"{self.item.describe()}, ou liste"
        return f"liste : {self.item.describe()}"


@dataclass(frozen=True, slots=True)
class MapOf(Generic[K, T_co]):
    """A group whose keys are names chosen by the author, kept as pairs."""

    key: Kind[K]
    value: Kind[T_co]
    least: int = 0

    def read(self, node: Node, path: Path, work: Work) -> tuple[tuple[K, T_co], ...]:
        pairs: list[tuple[K, T_co]] = []
        entries = group(node, path, work).entries
        failed = False
        for key, value in entries:
            try:
                name = self.key.read(key, (*path, key.value), work)
                pairs.append((name, self.value.read(value, (*path, key.value), work)))
            except RejectedError:
                failed = True
        if len(entries) < self.least:
            raise work.reject("C033", node, path, "Ce groupe est vide.", f"il en faut au moins {self.least}")
        if failed:
            raise RejectedError
        return tuple(pairs)

    def schema(self, definitions: dict[str, Json]) -> dict[str, Json]:
        names = self.key.schema(definitions)
        shape: dict[str, Json] = {
            "type": "object",
            "additionalProperties": self.value.schema(definitions),
            "minProperties": self.least,
        }
        return {**shape, "propertyNames": {"enum": names["enum"]}} if "enum" in names else shape

    def describe(self) -> str:
        return f"groupe « {self.key.describe()}: {self.value.describe()} »"


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a group: how authors write it, which attribute it fills, what it may hold."""

    key: str
    attribute: str
    """Argument of the record's `build`; empty for a key that is checked, then forgotten."""
    kind: Kind[object]
    doc: str
    """One French sentence, for the JSON Schema and the reference."""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record(Generic[T_co]):
    """A group of known keys, from which one object is built."""

    name: str
    """Of its definition in the JSON Schema, and its title in the reference."""
    doc: str
    build: Callable[..., T_co]
    fields: tuple[Field, ...]
    one_of: tuple[str, ...] = ()
    """Exactly one of these keys must be written."""

    def read(self, node: Node, path: Path, work: Work) -> T_co:
        mapping = group(node, path, work)
        by_key = {each.key: each for each in self.fields}
        values: dict[str, object] = {}
        failed = not self._complete(mapping, path, work)
        for key, value in mapping.entries:
            known = by_key.get(key.value)
            if known is None:
                message = f"La clé « {key.value[:60]} » n'existe pas ici."
                work.note("C020", key, (*path, key.value), message, work.did_you_mean(key.value, by_key))
                failed = True
                continue
            try:
                converted = known.kind.read(value, (*path, key.value), work)
            except RejectedError:
                failed = True
                continue
            if known.attribute:
                values[known.attribute] = converted
        if failed:
            raise RejectedError
        built = self.build(**values)
        work.built.append((path, built))
        return built

    def _complete(self, mapping: Mapping, path: Path, work: Work) -> bool:
        """Whether every key that must be written is."""
        written = {key.value for key, _ in mapping.entries}
        missing = [each for each in self.fields if each.required and each.key not in written]
        for each in missing:
            message = f"La clé « {each.key} » manque."
            work.note("C021", mapping, (*path, each.key), message, each.doc)
        chosen = [key for key in self.one_of if key in written]
        if self.one_of and len(chosen) != 1:
            names = " ou ".join(f"« {key} »" for key in self.one_of)
            work.note("C034", mapping, path, f"Il faut une seule clé parmi {names}.", "gardez-en une")
            return False
        return not missing

    def schema(self, definitions: dict[str, Json]) -> dict[str, Json]:
        if self.name not in definitions:
            definitions[self.name] = {}  # a place held, for the groups that hold themselves
            definitions[self.name] = self.body(definitions)
        return {"$ref": f"#/$defs/{self.name}"}

    def body(self, definitions: dict[str, Json]) -> dict[str, Json]:
        """The schema itself, for the top of a file."""
        properties: dict[str, Json] = {}
        for each in self.fields:
            properties[each.key] = {**each.kind.schema(definitions), "description": each.doc}
        required: list[Json] = [each.key for each in self.fields if each.required]
        shape: dict[str, Json] = {
            "type": "object",
            "description": self.doc,
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }
        if self.one_of:
            shape["oneOf"] = [{"required": [key]} for key in self.one_of]
        return shape

    def describe(self) -> str:
        return f"groupe [{self.name}](#{self.name})"


@dataclass(frozen=True, slots=True)
class Later(Generic[T_co]):
    """A kind that is defined further on, for groups that hold themselves."""

    target: Callable[[], Kind[T_co]]

    def read(self, node: Node, path: Path, work: Work) -> T_co:
        return self.target().read(node, path, work)

    def schema(self, definitions: dict[str, Json]) -> dict[str, Json]:
        return self.target().schema(definitions)

    def describe(self) -> str:
        return self.target().describe()


@dataclass(frozen=True, slots=True)
class TextOr(Generic[T_co]):
    """A text, or a group that says more; both become the same object."""

    text: Prose
    from_text: Callable[[str], T_co]
    record: Record[T_co]

    def read(self, node: Node, path: Path, work: Work) -> T_co:
        if isinstance(node, Mapping) and any(
            field.key == key.value for field in self.record.fields for key, _ in node.entries
        ):
            return self.record.read(node, path, work)
        return self.from_text(self.text.read(node, path, work))

    def schema(self, definitions: dict[str, Json]) -> dict[str, Json]:
        return {"anyOf": [self.text.schema(definitions), self.record.schema(definitions)]}

    def describe(self) -> str:
        return f"{self.text.describe()}, ou {self.record.describe()}"


def group(node: Node, path: Path, work: Work) -> Mapping:
    """The group that a node must be."""
    if isinstance(node, Mapping):
        return node
    if isinstance(node, Text) and node.missing:
        raise work.reject("C025", node, path, "La valeur manque.", "complétez la ligne ou effacez-la")
    message = "Des lignes « clé: valeur » sont attendues ici."
    raise work.reject("C023", node, path, message, "décalez-les de deux espaces sous cette clé")
