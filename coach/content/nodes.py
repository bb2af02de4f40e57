"""What a YAML file becomes before anyone knows what it means: texts, lists, groups, and their places."""

import hashlib
import json
from dataclasses import dataclass
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""The keys and positions that lead to a value: ``("scenes", 0, "vers")``."""

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
"""A value without its places: every scalar is text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file; lines and columns start at 1."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, always text; the schema converts it."""

    value: str
    mark: Mark
    quoted: bool = False
    """Written between quotes or in a block: then an empty text is meant to be empty."""
    cut: bool = False
    """Plain, and followed by one space and ``#``: YAML took the rest for a comment."""

    @property
    def missing(self) -> bool:
        """Nothing was written after the colon or the dash."""
        return not self.value and not self.quoted


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Mapping:
    """A group of keys. As the value of a key, its place is that of the key."""

    entries: tuple[tuple[Text, "Node"], ...]
    mark: Mark

    def get(self, key: str) -> "Node | None":
        """The value of a key, if it is there."""
        for name, value in self.entries:
            if name.value == key:
                return value
        return None


Node: TypeAlias = Text | Sequence | Mapping


def child(node: Node, step: str | int) -> Node | None:
    """The value one step further; a single value stands for a list of one."""
    if isinstance(node, Mapping):
        return node.get(step) if isinstance(step, str) else (node if step == 0 else None)
    if isinstance(node, Sequence):
        return node.items[step] if isinstance(step, int) and step < len(node.items) else None
    return node if step == 0 else None


def place(root: Node, path: Path) -> Mark:
    """Where a path leads, or the nearest place before it that exists."""
    node = root
    for step in path:
        found = child(node, step)
        if found is None:
            break
        node = found
    return node.mark


def key_path(path: Path) -> str:
    """A path as an author reads it: ``scenes[0].vers[1].scene``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def plain(node: Node) -> Plain:
    """The same value without its places."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.value: plain(value) for key, value in node.entries}


def digest(*nodes: Node) -> str:
    """SHA-256 of what the files say: comments, layout and the order of keys do not count."""
    sources = [
        json.dumps(plain(node), ensure_ascii=False, sort_keys=True, separators=(",", ":")) for node in nodes
    ]
    return hashlib.sha256("\n".join(sources).encode("utf-8", "surrogatepass")).hexdigest()
