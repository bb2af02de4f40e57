"""Reading YAML: every scalar stays text, places are exact, hostile files are refused cheaply."""

import time
from pathlib import Path

import pytest
import yaml

from coach.content import reader
from coach.content.nodes import Mapping, Sequence, Text, place, plain
from coach.content.reader import MAX_BYTES, read_bytes, read_file


def read(text: str) -> object:
    root, problems = read_bytes(text.encode(), "f.yaml")
    assert problems == []
    assert root is not None
    return plain(root)


@pytest.fixture(params=["libyaml", "python"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "python":
        monkeypatch.setattr(reader, "LOADER", yaml.SafeLoader)


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    "written", ["on", "no", "12:30", "010", "~", "null", "2026-01-05", "1e3", "0x1F", "=", "<<"]
)
def test_read_when_scalar_means_something_to_yaml_then_it_stays_text(written: str) -> None:
    assert read(f"a: {written}\n") == {"a": written}


@pytest.mark.usefixtures("either_parser")
def test_read_when_nested_then_places_are_those_an_author_sees() -> None:
    root, _ = read_bytes(b"titre: x\nscenes:\n  - id: accueil\n    vers: [a, b]\n", "f.yaml")
    assert isinstance(root, Mapping)
    assert place(root, ("scenes",)).line == 2
    assert (place(root, ("scenes", 0)).line, place(root, ("scenes", 0)).column) == (3, 5)
    assert (place(root, ("scenes", 0, "vers", 1)).line, place(root, ("scenes", 0, "vers", 1)).column) == (
        4,
        15,
    )


def test_place_when_path_leads_nowhere_then_nearest_existing_place() -> None:
    root, _ = read_bytes(b"a:\n  b: 1\n", "f.yaml")
    assert root is not None
    assert place(root, ("a", "b", "c", 3)).line == 2


def test_read_when_byte_order_mark_and_crlf_then_nothing_is_shifted() -> None:
    root, problems = read_bytes("\ufeffa: 1\r\nb: é\r\n".encode(), "f.yaml")
    assert problems == []
    assert isinstance(root, Mapping)
    assert [(key.value, key.mark.line, key.mark.column) for key, _ in root.entries] == [
        ("a", 1, 1),
        ("b", 2, 1),
    ]


@pytest.mark.parametrize(
    ("text", "missing", "quoted"), [("a:\n", True, False), ('a: ""\n', False, True), ("a: |\n", False, True)]
)
def test_read_when_value_empty_then_absence_differs_from_empty_text(
    text: str, missing: bool, quoted: bool
) -> None:
    root, _ = read_bytes(text.encode(), "f.yaml")
    assert isinstance(root, Mapping)
    value = root.get("a")
    assert isinstance(value, Text)
    assert (value.missing, value.quoted) == (missing, quoted)


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: [b\n", "C006", 2),
        ('a: "b\n', "C006", 2),
        ("a: 1\nb: % de remise\n", "C006", 2),
        ("a: 1\nb: @client\n", "C006", 2),
        ("a: [HT] 300 €\n", "C006", 1),
        ('a: "\\q"\n', "C006", 1),
        ("- a\nb: c\n", "C006", 2),
        ("a:\n  b: 1\n\tc: 2\n", "C005", 3),
        ("a: !!python/object:os.system x\n", "C011", 1),
        ("a: !!int 3\n", "C011", 1),
        ("a: 1\n---\nb: 2\n", "C012", 2),
        ("? [a]\n: b\n", "C014", 1),
        ("a: &x [*x]\n", "C010", 1),
        ("a: *inconnu\n", "C010", 1),
    ],
)
def test_read_when_syntax_wrong_then_one_located_problem(text: str, code: str, line: int) -> None:
    root, problems = read_bytes(text.encode(), "f.yaml")
    assert root is None
    assert [(each.code, each.line) for each in problems] == [(code, line)]
    assert problems[0].suggestion


@pytest.mark.parametrize("hidden", ["\x1b[31m", "\x00", "\x07", "\u202e", "\u2066", "\u2028", "\u0085"])
def test_read_when_hidden_character_then_refused_where_it_stands(hidden: str) -> None:
    _, problems = read_bytes(f"a: 1\nb: prix {hidden} doux\n".encode(), "f.yaml")
    assert [(each.code, each.line, each.column) for each in problems] == [("C004", 2, 9)]


@pytest.mark.parametrize("escape", ["\\e[31m", "\\x07", "\\u202e"])
def test_read_when_hidden_character_is_escaped_then_refused_too(escape: str) -> None:
    _, problems = read_bytes(f'a: "{escape}"\n'.encode(), "f.yaml")
    assert [each.code for each in problems] == ["C004"]


def test_read_when_hidden_character_then_later_faults_are_told_too() -> None:
    _, problems = read_bytes("a: \u202e\nb: 1\nb: 2\n".encode(), "f.yaml")
    assert [each.code for each in problems] == ["C004", "C007"]


def test_read_when_aliases_multiply_then_stopped_quickly() -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 10))
    started = time.perf_counter()
    root, problems = read_bytes(f"l0: &l0 x\n{levels}".encode(), "f.yaml")
    assert root is None
    assert [each.code for each in problems] == ["C009"]
    assert time.perf_counter() - started < 1


def test_read_when_aliases_deepen_then_depth_counts_what_they_stand_for() -> None:
    deep = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [[[[*a{n - 1}]]]]\n" for n in range(1, 9))
    root, problems = read_bytes(deep.encode(), "f.yaml")
    assert root is None
    assert [each.code for each in problems] == ["C008"]


def test_read_when_many_aliases_then_refused() -> None:
    root, problems = read_bytes(f"a: &a x\nb: [{', '.join(['*a'] * 101)}]\n".encode(), "f.yaml")
    assert root is None
    assert [each.code for each in problems] == ["C010"]


def test_read_when_alias_is_modest_then_it_stands_for_its_value() -> None:
    assert read("a: &a [x, y]\nb: *a\n") == {"a": ["x", "y"], "b": ["x", "y"]}


@pytest.mark.parametrize("bomb", [b"[" * 100_000, b"{a: " * 50_000, b"- " * 100_000, b"a: " + b"? " * 50_000])
def test_read_when_nesting_is_a_bomb_then_stopped_quickly(bomb: bytes) -> None:
    started = time.perf_counter()
    root, problems = read_bytes(bomb, "f.yaml")
    assert root is None
    assert problems
    assert time.perf_counter() - started < 2


def test_read_when_too_big_then_refused_without_parsing() -> None:
    _, problems = read_bytes(b"#" * (MAX_BYTES + 1), "f.yaml")
    assert [each.code for each in problems] == ["C002"]


def test_read_when_utf16_or_latin1_then_encoding_problem() -> None:
    assert [p.code for p in read_bytes("a: é".encode("utf-16"), "f")[1]] == ["C003"]
    assert [(p.code, p.line) for p in read_bytes("a: 1\nb: é".encode("latin-1"), "f")[1]] == [("C003", 2)]


def test_read_file_when_folder_or_absent_then_located_sentence(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "absent.yaml"):
        root, problems = read_file(path)
        assert root is None
        assert [(each.code, each.file) for each in problems] == [("C001", str(path))]


def test_read_when_text_followed_by_one_space_and_hash_then_marked_cut() -> None:
    root, _ = read_bytes(b"- Facture # 12\n- Facture  # note\n- 'Facture # 12'\n- a#b\n", "f.yaml")
    assert isinstance(root, Sequence)
    assert [item.cut for item in root.items if isinstance(item, Text)] == [True, False, False, False]
