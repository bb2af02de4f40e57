"""Every code has an example that raises it, it alone, on the line that says so."""

from pathlib import Path

import pytest

from coach.content.codes import CODES
from coach.content.packs import MAX_FILES
from coach.content.problems import Problem
from coach.content.reader import MAX_BYTES
from coach.content.verify import check

BROKEN = Path(__file__).parent / "broken"
MADE_HERE = {"C001", "C002", "C097", "C121", "C122"}
"""Codes whose example cannot be a committed file, or that is not shown unless asked for."""
WHOLE_FILE = {"C003", "C013", "C036", "C120", "C124"}
"""Codes that blame a file as a whole, or a line that cannot carry a comment."""


def example(code: str) -> Path:
    file = BROKEN / f"{code}.yaml"
    return file if file.exists() else BROKEN / code


def marked_lines(code: str) -> list[tuple[str, int]]:
    paths = [example(code)] if example(code).is_file() else sorted(example(code).rglob("*.yaml"))
    return [
        (path.name, number)
        for path in paths
        for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").splitlines(), 1)
        if f"# <- {code}" in line
    ]


@pytest.mark.parametrize("code", sorted(set(CODES) - MADE_HERE))
def test_check_when_example_of_code_then_that_code_alone_at_the_marked_line(code: str) -> None:
    found = check(example(code))
    assert [each.code for each in found] == [code]
    places = [(Path(each.file).name, each.line) for each in found]
    assert code in WHOLE_FILE or places == marked_lines(code)


def test_examples_when_listed_then_none_is_of_an_unknown_code() -> None:
    assert {path.stem for path in BROKEN.glob("C*")} == set(CODES) - MADE_HERE


def test_check_when_base_of_examples_then_no_problem() -> None:
    assert check(BROKEN / "base.yaml") == []
    assert check(BROKEN / "grilles" / "petite.yaml") == []


def codes(problems: list[Problem]) -> list[str]:
    return [each.code for each in problems]


def test_check_when_file_absent_then_c001(tmp_path: Path) -> None:
    assert codes(check(tmp_path / "absent.yaml")) == ["C001"]


def test_check_when_file_too_big_then_c002(tmp_path: Path) -> None:
    (tmp_path / "gros.yaml").write_bytes(b"# " + b"x" * MAX_BYTES)
    assert codes(check(tmp_path / "gros.yaml")) == ["C002"]


def test_check_when_link_leaves_pack_then_c121_and_not_followed(tmp_path: Path) -> None:
    pack = copy_of_base(tmp_path / "pack")
    (tmp_path / "dehors.yaml").write_text("secret: [")
    try:
        (pack / "lien.yaml").symlink_to(tmp_path / "dehors.yaml")
    except OSError:
        pytest.skip("no symbolic links here")
    assert codes(check(pack)) == ["C121"]


def test_check_when_too_many_files_then_c122_and_the_rest_unread(tmp_path: Path) -> None:
    pack = copy_of_base(tmp_path / "pack")
    (pack / "rejeux").mkdir()
    for number in range(MAX_FILES + 10):
        (pack / "rejeux" / f"base{number}.fort.yaml").write_text("")
    found = codes(check(pack))
    assert found.count("C122") == 1
    assert len(found) <= MAX_FILES + 1


def copy_of_base(pack: Path) -> Path:
    (pack / "grilles").mkdir(parents=True)
    for name in ("pack.yaml", "base.yaml", "grilles/petite.yaml"):
        (pack / name).write_bytes((BROKEN / name).read_bytes())
    return pack


@pytest.mark.parametrize("code", sorted(CODES))
def test_code_when_shown_then_short_and_explained_in_french(code: str) -> None:
    assert len(code) == 4
    assert CODES[code].title
    assert CODES[code].explanation.endswith(".")


def test_check_when_name_is_impossible_then_c001(tmp_path: Path) -> None:
    assert codes(check(tmp_path / ("x" * 5000))) == ["C001"]
    assert codes(check(Path("a\0b.yaml"))) == ["C001"]


def test_check_when_names_hold_terminal_escapes_then_messages_do_not(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text('scenario: base\n"\\e[31mrouge": 1\n')
    for each in check(tmp_path / "base.yaml"):
        assert "\x1b" not in str(each)
        assert "\x1b" not in each.key


def test_check_when_a_reply_has_few_wordings_then_a_hint_only_if_asked_for() -> None:
    hints = check(BROKEN / "base.yaml", hints=True)
    assert {each.code for each in hints} == {"C097"}
    assert {each.severity for each in hints} == {"conseil"}
    assert check(BROKEN / "base.yaml") == []
