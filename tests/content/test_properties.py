"""Whatever is written, reading gives objects or located problems; it never raises."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.content.nodes import plain
from coach.content.problems import in_order
from coach.content.reader import read_bytes
from coach.content.verify import check

QUICK = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
SCENARIO = Path(__file__).parent.parent / "data" / "pack-test" / "velos-service.yaml"
GRID = SCENARIO.parent / "grilles" / "grille-test.yaml"
YAML_LIKE = st.lists(
    st.sampled_from(
        [
            "a",
            "b",
            ": ",
            "\n",
            "  ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            "&x ",
            "*x",
            "!",
            "|",
            ">",
            "'",
            '"',
            "#",
            "\t",
            "---",
        ]
    ),
    max_size=60,
).map("".join)
VALUES = st.recursive(
    st.text(max_size=12) | st.integers(-5, 5).map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


@QUICK
@given(st.binary(max_size=400))
def test_read_when_any_bytes_then_tree_or_problems(data: bytes) -> None:
    root, problems = read_bytes(data, "f.yaml")
    assert root is not None or problems


@QUICK
@given(YAML_LIKE)
def test_read_when_nearly_yaml_then_tree_or_problems_inside_the_file(text: str) -> None:
    root, problems = read_bytes(text.encode(), "f.yaml")
    assert root is not None or problems
    assert all(1 <= each.line <= text.count("\n") + 2 and each.column >= 1 for each in problems)


@QUICK
@given(VALUES)
def test_read_when_written_by_a_yaml_library_then_texts_come_back(value: object) -> None:
    root, problems = read_bytes(
        yaml.safe_dump(value, allow_unicode=True, default_style='"').encode(), "f.yaml"
    )
    if not problems:
        assert root is not None
        assert plain(root) == value


def lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", [SCENARIO, GRID], ids=["scenario", "grille"])
@QUICK
@given(data=st.data())
def test_check_when_lines_are_lost_or_moved_then_problems_are_located(
    path: Path, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    lines = lines_of(path)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        edit = data.draw(st.sampled_from(["drop", "double", "indent", "empty", "rename", "group"]))
        line = lines[at]
        key, colon, _ = line.partition(":")
        lines[at : at + 1] = {
            "drop": [],
            "double": [line, line],
            "indent": ["  " + line],
            "empty": [key + colon],
            "rename": [line.replace("e", "é", 1)],
            "group": [key + colon + " {a: [b, {c: d}]}"],
        }[edit]
    text = "\n".join(lines)
    folder = tmp_path_factory.mktemp("mutant")
    for folder_name in ("grilles", "archetypes"):
        (folder / folder_name).mkdir()
    (folder / "pack.yaml").write_bytes((SCENARIO.parent / "pack.yaml").read_bytes())
    (folder / "grilles" / GRID.name).write_bytes(GRID.read_bytes())
    target = folder / path.relative_to(SCENARIO.parent)
    target.write_text(text, encoding="utf-8")
    problems = check(target)
    assert problems == in_order(problems)
    for each in problems:
        assert 1 <= each.line <= len(lines) + 1
        assert each.message
        assert each.suggestion
