"""The library of acts, from its YAML files to an `ActLibrary`; problems are gathered, each with its place."""

import hashlib
from collections.abc import Sequence as Many
from pathlib import Path

from coach.content.nodes import Mapping, Node, Sequence, Text
from coach.content.packs import shown
from coach.content.problems import Problem, errors, problem
from coach.content.reader import read_file
from coach.errors import ContentError
from coach.language.cues import compile_cue
from coach.language.library import ActEntry, ActLibrary, Example
from coach.language.model import ActModel, from_bytes
from coach.paths import rubrics_dir

MODEL_NAME = "modele.npz"
_KEYS = ("exemples", "pas_ceci", "tournures")


def library_files() -> tuple[Path, ...]:
    """The taxonomy, then the families of examples, in a stable order."""
    folder = rubrics_dir()
    return (folder / "actes.yaml", *sorted((folder / "actes").glob("*.yaml")))


def library_digest(files: Many[Path]) -> str:
    """SHA-256 of the content of the library, to tell whether a trained model is fresh."""
    total = hashlib.sha256()
    for path in files:
        total.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return total.hexdigest()


def shipped_model() -> ActModel | None:
    """The model trained from the library, if it is there and fresh."""
    path = rubrics_dir() / "actes" / MODEL_NAME
    try:
        model = from_bytes(path.read_bytes())
    except (OSError, ValueError, KeyError):
        return None
    return model if model.digest == library_digest(library_files()) else None


def read_library() -> tuple[ActLibrary, list[Problem]]:
    """Our taxonomy with our examples."""
    return read_acts(library_files())


def read_act_file(path: Path) -> ActLibrary:
    """Any other set of acts (``--actes``), YAML or JSON; raises ContentError with every fault found."""
    file = shown(path)
    root, problems = read_file(path, file)
    reader = _Reader()
    reader.problems.extend(problems)
    if root is not None:
        reader.declare(root, file)
        reader.fill(root, file)
        reader.check_complete(root)
    found = errors(list(dict.fromkeys(reader.problems)))
    if found:
        raise ContentError("\n".join(str(each) for each in found))
    return reader.library()


def read_acts(files: Many[Path]) -> tuple[ActLibrary, list[Problem]]:
    """The acts of some files: an act named in several is one act, its examples put together."""
    reader = _Reader()
    roots = [(path, *read_file(path, shown(path))) for path in files]
    for path, root, problems in roots:
        reader.problems.extend(problems)
        reader.declare(root, shown(path))
    for path, root, _ in roots:
        reader.fill(root, shown(path))
    return reader.library(), reader.problems


class _Reader:
    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.entries: dict[str, ActEntry] = {}
        self.examples: dict[tuple[str, str], set[str]] = {}
        self.cues: dict[str, list[str]] = {}
        self.file = ""

    def library(self) -> ActLibrary:
        acts = tuple(
            ActEntry(entry.id, entry.label, entry.definition, entry.family, tuple(self.cues[entry.id]))
            for entry in self.entries.values()
        )
        order = {name: place for place, name in enumerate(self.entries)}
        examples = tuple(
            Example(text, tuple(sorted(found, key=order.__getitem__)), previous)
            for (text, previous), found in self.examples.items()
        )
        return ActLibrary(acts, examples)

    def declare(self, root: Node | None, file: str) -> None:
        """Notes the acts of a file, so that any example may quote any of them."""
        self.file = file
        family = _value(root, "famille")
        for act in self._items(root, "actes"):
            name = _value(act, "id")
            if not name:
                self._note("C025", "Cet acte n'a pas d'« id ».", act)
            known = self.entries.get(name)
            label = _value(act, "libelle") or (known.label if known else name)
            definition = _value(act, "definition") or (known.definition if known else "")
            self.entries[name] = ActEntry(name, label, definition, family or (known.family if known else ""))
            self.cues.setdefault(name, [])

    def fill(self, root: Node | None, file: str) -> None:
        """Takes the examples, near misses and cues of a file."""
        self.file = file
        for act in self._items(root, "actes"):
            name = _value(act, "id")
            for item in self._items(act, "exemples"):
                self._example(item, (name, *self._acts(item, "aussi")))
            for item in self._items(act, "pas_ceci"):
                self._example(item, self._acts(item, "actes"))
            for item in self._items(act, "tournures"):
                self._cue(name, item)
        for item in self._items(root, "neutres"):
            self._example(item, ())

    def check_complete(self, root: Node) -> None:
        """Each act of a file that stands alone says what it is: by examples, or at least by its label."""
        acts = self._items(root, "actes")
        if not acts and not self.problems:
            advice = "« actes » : une liste où chacun a « id », « libelle » et « exemples »"
            self.problems.append(
                problem("C025", self.file, "Ce fichier n'a aucun acte.", advice, mark=root.mark)
            )
        shown_by_example = {act for found in self.examples.values() for act in found}
        for act in acts:
            name = _value(act, "id")
            if name and name not in shown_by_example and not _value(act, "libelle").strip():
                self._note("C025", f"L'acte « {name} » n'a ni « exemples » ni « libelle ».", act)

    def _example(self, item: Node, acts: tuple[str, ...]) -> None:
        text = item.value if isinstance(item, Text) else _value(item, "texte")
        if not text.strip():
            self._note("C025", "Cet exemple n'a pas de texte.", item)
            return
        self.examples.setdefault((text, _value(item, "apres")), set()).update(acts)

    def _acts(self, item: Node, key: str) -> tuple[str, ...]:
        names = []
        for node in self._items(item, key):
            if isinstance(node, Text) and node.value in self.entries:
                names.append(node.value)
            else:
                self._note("C042", f"Acte inconnu dans « {key} ».", node)
        return tuple(names)

    def _cue(self, act: str, item: Node) -> None:
        source = item.value if isinstance(item, Text) else ""
        try:
            compile_cue(source)
        except ValueError as error:
            self._note("C039", f"{str(error).capitalize()}.", item)
        else:
            self.cues[act].append(source)

    def _items(self, node: Node | None, key: str) -> tuple[Node, ...]:
        if isinstance(node, Sequence) and key == "actes":
            return node.items
        listed = node.get(key) if isinstance(node, Mapping) else None
        if listed is None or isinstance(listed, Sequence):
            return listed.items if listed else ()
        self._note("C024", f"« {key} » doit être une liste.", listed)
        return ()

    def _note(self, code: str, message: str, node: Node) -> None:
        self.problems.append(problem(code, self.file, message, mark=node.mark))


def _value(node: Node | None, key: str) -> str:
    found = node.get(key) if isinstance(node, Mapping) else None
    return found.value if isinstance(found, Text) else ""
