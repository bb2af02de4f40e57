"""The two lists that all content quotes: the acts of the taxonomy, the criteria of the référentiel."""

from functools import cache

from coach.content.nodes import Mapping, Node, Sequence, Text
from coach.content.reader import read_file
from coach.paths import rubrics_dir


@cache
def act_ids() -> tuple[str, ...]:
    """Identifiers of the acts of the taxonomy, in its order."""
    root, _ = read_file(rubrics_dir() / "actes.yaml")
    return tuple(text for act in _items(root, "actes") if (text := _text(act, "id")))


@cache
def criteria() -> dict[str, tuple[str, str]]:
    """Every criterion of the référentiel: its wording and that of its competence."""
    root, _ = read_file(rubrics_dir() / "referentiel.yaml")
    return {
        _text(criterion, "id"): (_text(criterion, "intitule"), _text(competence, "intitule"))
        for block in _items(root, "blocs")
        for competence in _items(block, "competences")
        for criterion in _items(competence, "criteres")
    }


def _items(node: Node | None, key: str) -> tuple[Node, ...]:
    listed = node.get(key) if isinstance(node, Mapping) else None
    return listed.items if isinstance(listed, Sequence) else ()


def _text(node: Node | None, key: str) -> str:
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.value if isinstance(value, Text) else ""
