"""What is generated is fresh, and what is shipped obeys the schemas that editors use."""

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from coach.content.json_schema import json_schema
from coach.content.reader import read_file
from coach.content.sources import RECORDS, recognise
from coach.content.verify import check

ROOT = Path(__file__).resolve().parent.parent.parent
SHIPPED = sorted(
    path
    for folder in ("scenarios", "rubrics/archetypes", "rubrics/grilles", "docs/exemple", "tests/data")
    for path in (ROOT / folder).rglob("*.yaml")
) + [ROOT / "rubrics" / name for name in ("loi.yaml", "non-observables.yaml")]
_MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


class _CoreLoader(yaml.SafeLoader):
    """Scalars as YAML 1.2 editors see them: no dates, no sexagesimals, no ``on``."""


_CoreLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"^(true|false)$", "tf"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?[0-9]+\.[0-9]*$", "-+0123456789"),
    ("null", r"^(~|null|)$", ["~", "n", ""]),
):
    _CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generer", ROOT / "docs" / "generer.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_files_when_format_changes_then_regenerated() -> None:
    for path, content in generator().generated().items():
        assert path.read_text(encoding="utf-8") == content, f"run: python docs/generer.py ({path.name})"


@pytest.mark.parametrize("kind", sorted(RECORDS))
def test_schema_when_generated_then_valid_and_described_in_french(kind: str) -> None:
    schema = json.loads(json.dumps(json_schema(kind)))
    Draft202012Validator.check_schema(schema)
    assert all(
        each["description"].endswith((".", "»")) or each["description"]
        for each in schema["properties"].values()
    )


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_shipped_file_when_validated_as_an_editor_does_then_valid(path: Path) -> None:
    root, problems = read_file(path)
    assert problems == []
    assert root is not None
    value = yaml.load(path.read_text(encoding="utf-8"), _CoreLoader)
    schema = json.loads(json.dumps(json_schema(recognise(root))))
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    assert [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(value)] == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_shipped_file_when_it_names_a_schema_then_the_path_exists(path: Path) -> None:
    found = _MODELINE.match(path.read_text(encoding="utf-8"))
    if found:
        assert (path.parent / found.group(1)).resolve().is_file()


@pytest.mark.parametrize(
    ("code", "valid"),
    [("C020", False), ("C021", False), ("C029", False), ("C034", False), ("C022", False), ("C060", True)],
)
def test_schema_when_shape_is_wrong_then_an_editor_sees_it(code: str, valid: bool) -> None:
    text = (ROOT / "tests" / "content" / "broken" / f"{code}.yaml").read_text(encoding="utf-8")
    schema = json.loads(json.dumps(json_schema("scenario")))
    assert Draft202012Validator(schema).is_valid(yaml.load(text, _CoreLoader)) is valid


def test_example_of_the_guide_when_checked_then_no_problem_and_short() -> None:
    example = ROOT / "docs" / "exemple" / "pack-minimal" / "cafe-bureau.yaml"
    assert [str(each) for each in check(example)] == []
    assert len(example.read_text(encoding="utf-8").splitlines()) <= 45
