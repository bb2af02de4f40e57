"""YAML to nodes: safe, bounded, every scalar kept as text, every value with its line and column.

Built on PyYAML's events rather than on its objects: nothing is constructed, nothing is resolved
(``on``, ``12:30`` or ``010`` stay what the author wrote), and limits act while reading, so that a
hostile file costs no more than they allow.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path as FilePath
from typing import NoReturn

import yaml

from coach.content.nodes import Mapping, Mark, Node, Sequence, Text
from coach.content.problems import Problem, problem
from coach.content.syntax import explain
from coach.errors import reason

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
MAX_NODES = 50_000
MAX_ALIASES = 100

LOADER: type[yaml.CSafeLoader] | type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Control characters, terminal escapes, marks that reorder text, halves of characters."""


@dataclass(slots=True)
class _Open:
    """A list or a group that is being read."""

    mark: Mark
    mapping: bool
    anchor: str | None
    items: list[Node] = field(default_factory=list)
    key: Text | None = None
    keys: dict[str, Text] = field(default_factory=dict)
    size: int = 1
    height: int = 1


@dataclass(frozen=True, slots=True)
class _Value:
    """A finished value, with what it amounts to once every alias is written out."""

    node: Node
    size: int = 1
    height: int = 0


class _StopError(Exception):
    """Reading cannot go on; the problem has been noted."""


def read_file(path: FilePath, name: str = "") -> tuple[Node | None, list[Problem]]:
    """The content of a file, or why it cannot be read. `name` is how problems call it."""
    name = name or str(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "nom impossible"
        return None, [problem("C001", name, f"Ce fichier ne peut pas être lu ({why}).", "vérifiez son nom")]
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str) -> tuple[Node | None, list[Problem]]:
    """The content of some bytes; ``None`` when nothing can be made of them."""
    if len(data) > MAX_BYTES:
        advice = "découpez-le en plusieurs scénarios"
        return None, [problem("C002", name, "Ce fichier dépasse 1 Mo.", advice)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        mark = Mark(data.count(b"\n", 0, error.start) + 1)
        message = "Ce fichier n'est pas enregistré en UTF-8."
        return None, [problem("C003", name, message, "enregistrez-le en « UTF-8 »", mark=mark)]
    return _Reader(text.replace("\r\n", "\n").replace("\r", "\n"), name).read()


class _Reader:
    """Reads one file, from its events to a tree of nodes."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.anchors: dict[str, _Value] = {}
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.nodes = 0
        self.aliases = 0
        self.documents = 0
        self.text = self._without_forbidden(text)
        self.lines = self.text.split("\n")

    def read(self) -> tuple[Node | None, list[Problem]]:
        try:
            for event in self._events():
                self._take(event)
        except _StopError:
            return None, self.problems
        except yaml.YAMLError as error:
            self.problems.append(explain(error, self.lines, self.name))
            return None, self.problems
        if self.root is None or (isinstance(self.root, Text) and self.root.missing):
            self._note("C013", "Ce fichier est vide.", "partez de l'exemple de la documentation", Mark())
            return None, self.problems
        return self.root, self.problems

    def _without_forbidden(self, text: str) -> str:
        """Notes characters that no author means, and puts a visible one in their place."""
        for found in islice(_FORBIDDEN.finditer(text), 20):
            before = text[: found.start()]
            mark = Mark(before.count("\n") + 1, found.start() - before.rfind("\n"))
            self._note_forbidden(found.group(), mark)
        return _FORBIDDEN.sub("\ufffd", text)

    def _note_forbidden(self, character: str, mark: Mark) -> None:
        code = f"U+{ord(character):04X}"
        kind = "de contrôle" if unicodedata.category(character) == "Cc" else "invisible"
        self._note("C004", f"Caractère {kind} interdit ({code}).", "effacez-le et retapez le mot", mark)

    def _events(self) -> Iterator[yaml.Event]:
        loader = LOADER(self.text)
        try:
            while loader.check_event():
                event = loader.get_event()
                if event is not None:
                    yield event
        finally:
            loader.dispose()

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self._start_document(event)
        elif isinstance(event, yaml.AliasEvent):
            self._take_alias(event)
        elif isinstance(event, yaml.ScalarEvent):
            self._take_scalar(event)
        elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            self._open(event)
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            self._close()

    def _start_document(self, event: yaml.Event) -> None:
        self.documents += 1
        if self.documents > 1:
            message = "Ce fichier contient plusieurs documents (une ligne « --- » les sépare)."
            self._stop("C012", message, "gardez un seul document par fichier", _mark(event))

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        mark = _mark(event)
        self._refuse_tag(event, mark)
        hidden = _FORBIDDEN.search(event.value)
        if hidden:
            self._note_forbidden(hidden.group(), mark)
        quoted = bool(event.style)
        value = _FORBIDDEN.sub("\ufffd", event.value)
        text = Text(value, mark, quoted, cut=not quoted and self._is_cut(event))
        self._add(_Value(text), 1, event.anchor)

    def _is_cut(self, event: yaml.ScalarEvent) -> bool:
        end = event.end_mark
        if end is None or end.line >= len(self.lines):
            return False
        rest = self.lines[end.line][end.column :]
        return bool(event.value) and rest.startswith(" #")

    def _take_alias(self, event: yaml.AliasEvent) -> None:
        mark = _mark(event)
        self.aliases += 1
        if self.aliases > MAX_ALIASES:
            self._stop("C010", f"Plus de {MAX_ALIASES} renvois « *… ».", "recopiez les textes", mark)
        found = self.anchors.get(event.anchor or "")
        if found is None:
            message = f"Le renvoi « *{event.anchor} » ne mène à aucune valeur déjà lue."
            self._stop("C010", message, "mettez ce texte entre guillemets", mark)
        else:
            self._add(found, found.size, None)

    def _open(self, event: yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        mark = _mark(event)
        self._refuse_tag(event, mark)
        if len(self.stack) >= MAX_DEPTH:
            self._stop("C008", f"Plus de {MAX_DEPTH} niveaux imbriqués.", "simplifiez ce passage", mark)
        top = self.stack[-1] if self.stack else None
        if top and top.mapping and top.key:
            mark = top.key.mark
        self.stack.append(_Open(mark, isinstance(event, yaml.MappingStartEvent), event.anchor))

    def _close(self) -> None:
        done = self.stack.pop()
        node: Node
        if done.mapping:
            node = Mapping(tuple(zip(done.keys.values(), done.items, strict=True)), done.mark)
        else:
            node = Sequence(tuple(done.items), done.mark)
        self._add(_Value(node, done.size, done.height), 1, done.anchor)

    def _add(self, value: _Value, cost: int, anchor: str | None) -> None:
        """Puts a finished value where it belongs; an alias costs all that it stands for."""
        node = value.node
        self.nodes += cost
        if self.nodes > MAX_NODES:
            self._stop("C009", "Plus de 50 000 valeurs.", "découpez ce fichier", node.mark)
        if len(self.stack) + value.height > MAX_DEPTH:
            self._stop("C008", f"Plus de {MAX_DEPTH} niveaux imbriqués.", "simplifiez ce passage", node.mark)
        if anchor:
            self.anchors[anchor] = value
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        top.size += value.size
        top.height = max(top.height, value.height + 1)
        if not top.mapping:
            top.items.append(node)
        elif top.key is None:
            top.key = self._key(node)
        else:
            self._entry(top, top.key, node)
            top.key = None

    def _key(self, node: Node) -> Text:
        if not isinstance(node, Text):
            advice = "mettez entre guillemets le texte qui contient [ ] ou { }"
            self._stop("C014", "Une clé doit être un mot simple.", advice, node.mark)
        return node

    def _entry(self, top: _Open, key: Text, node: Node) -> None:
        earlier = top.keys.get(key.value)
        if earlier is not None:
            message = f"La clé « {key.value} » est déjà écrite ligne {earlier.mark.line}."
            self._note("C007", message, "gardez une seule des deux", key.mark)
            return
        top.keys[key.value] = key
        top.items.append(node)

    def _refuse_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, mark: Mark) -> None:
        if event.tag is not None:
            self._stop(
                "C011", "Un texte ne peut pas commencer par « ! ».", "mettez-le entre guillemets", mark
            )

    def _note(self, code: str, message: str, advice: str, mark: Mark) -> None:
        self.problems.append(problem(code, self.name, message, advice, mark=mark))

    def _stop(self, code: str, message: str, advice: str, mark: Mark) -> NoReturn:
        self._note(code, message, advice, mark)
        raise _StopError


def _mark(event: yaml.Event) -> Mark:
    start = event.start_mark
    return Mark(start.line + 1, start.column + 1) if start else Mark()
