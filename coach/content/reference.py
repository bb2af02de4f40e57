"""The generated parts of ``docs/format.md``: a table for each group of keys, and the list of codes."""

from coach.content.codes import CODES
from coach.content.records import Field, Later, ListOf, MapOf, Record, TextOr
from coach.content.sources import RECORDS


def keys_reference() -> str:
    """One section a group of keys, in the order in which an author meets them."""
    found: dict[str, Record[object]] = {}
    for record in RECORDS.values():
        _collect(record, found)
    return "\n".join(_section(record) for record in found.values())


def codes_reference() -> str:
    """One row a code."""
    rows = [
        f"| `{code}` | {each.severity} | {each.title} | {each.explanation} |" for code, each in CODES.items()
    ]
    return "\n".join(["| Code | Gravité | Problème | Explication |", "| --- | --- | --- | --- |", *rows, ""])


def _collect(kind: object, found: dict[str, Record[object]]) -> None:
    if isinstance(kind, Record) and kind.name not in found:
        found[kind.name] = kind
        for each in kind.fields:
            _collect(each.kind, found)
    elif isinstance(kind, ListOf):
        _collect(kind.item, found)
    elif isinstance(kind, MapOf):
        _collect(kind.value, found)
    elif isinstance(kind, Later):
        _collect(kind.target(), found)
    elif isinstance(kind, TextOr):
        _collect(kind.record, found)


def _section(record: Record[object]) -> str:
    rows = [_row(each) for each in record.fields]
    head = ["| Clé | Contenu | Sens |", "| --- | --- | --- |"]
    return "\n".join([f"### {record.name}", "", record.doc, "", *head, *rows, ""])


def _row(field: Field) -> str:
    star = " *" if field.required else ""
    return f"| `{field.key}`{star} | {_cell(field.kind.describe())} | {_cell(field.doc)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
