"""Writes what is generated from the code: the JSON Schemas and the tables of ``format.md`` and
``evaluation.md``.

Run it after a change of the format: ``python docs/generer.py``. A test fails while it has not been run.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from coach.content.json_schema import render  # noqa: E402
from coach.content.marking_reference import tables  # noqa: E402
from coach.content.reference import codes_reference, keys_reference  # noqa: E402
from coach.content.sources import RECORDS  # noqa: E402


def generated() -> dict[Path, str]:
    """Every generated file, with what it must hold."""
    files = {ROOT / "scenarios" / "schema" / f"{kind}.json": render(kind) for kind in RECORDS}
    guide = ROOT / "docs" / "format.md"
    text = guide.read_text(encoding="utf-8")
    for name, table in (("cles", keys_reference()), ("codes", codes_reference())):
        text = _put(text, name, table)
    marking = ROOT / "docs" / "evaluation.md"
    told = marking.read_text(encoding="utf-8")
    for name, table in tables().items():
        told = _put(told, name, table)
    return {**files, guide: text, marking: told}


def _put(text: str, name: str, table: str) -> str:
    pattern = re.compile(rf"(<!-- debut {name} -->\n).*?(<!-- fin {name} -->)", re.DOTALL)
    return pattern.sub(lambda found: f"{found.group(1)}\n{table}\n{found.group(2)}", text)


if __name__ == "__main__":
    for path, content in generated().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
