"""The journal keeps everything, and says clearly what it cannot do."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from coach.assessment.correction import Correction
from coach.errors import JournalError
from coach.journal.database import MIGRATIONS
from coach.journal.journal import Header, Journal, SavedTurn

HEADER = Header(
    started="2026-11-23T10:00:00",
    pack="essentiels",
    scenario="essai",
    title="Un essai",
    scenario_digest="abc",
    grid="e4",
    grid_digest="def",
    engine="0.1.0",
    subject={"graine": 7},
    mode="entrainement",
)


def add(journal: Journal, attempt: int, number: int, text: str = "Bonjour « [/] »") -> None:
    journal.append(
        attempt,
        SavedTurn(number, {"texte": text}, {"scene": "accueil", "n": number}),
        stage="simulation",
        clock=12.5,
        ending="",
        updated="2026-11-23T10:01:00",
    )


def test_turns_when_reopened_are_all_there(tmp_path: Path) -> None:
    path = tmp_path / "sous" / "journal.sqlite3"
    with Journal(path) as journal:
        attempt = journal.begin(HEADER)
        for number in range(5):
            add(journal, attempt, number)
    with Journal(path) as journal:
        assert [turn.number for turn in journal.turns(attempt)] == [0, 1, 2, 3, 4]
        assert journal.turns(attempt)[3].state == {"scene": "accueil", "n": 3}
        found = journal.attempt(attempt)
        assert (found.header, found.stage, found.clock, found.turns) == (HEADER, "simulation", 12.5, 5)


def test_unfinished_when_one_is_over_lists_the_others(tmp_path: Path) -> None:
    with Journal(tmp_path / "j.sqlite3") as journal:
        first, second = journal.begin(HEADER), journal.begin(HEADER)
        journal.move(first, "fini", clock=0, updated="2026-11-23T11:00:00")
        assert [attempt.id for attempt in journal.unfinished()] == [second]
        assert {attempt.id for attempt in journal.attempts()} == {first, second}


def test_take_back_when_asked_forgets_only_later_turns(tmp_path: Path) -> None:
    with Journal(tmp_path / "j.sqlite3") as journal:
        attempt = journal.begin(HEADER)
        for number in range(4):
            add(journal, attempt, number)
        journal.take_back(attempt, 2, ending="", updated="x")
        assert [turn.number for turn in journal.turns(attempt)] == [0, 1]


def test_evaluations_and_corrections_are_kept_beside_each_other(tmp_path: Path) -> None:
    with Journal(tmp_path / "j.sqlite3") as journal:
        attempt = journal.begin(HEADER)
        journal.keep_evaluation(attempt, {"moteur": "0.1.0"}, mark=12.5, made="a")
        journal.keep_evaluation(attempt, {"moteur": "0.2.0"}, mark=13.0, made="b")
        correction = Correction("b1.negocier.relation", "S", "Mme Roux", "écoute réelle", "c")
        journal.correct(attempt, correction)
        assert [evaluation["moteur"] for evaluation in journal.evaluations(attempt)] == ["0.1.0", "0.2.0"]
        assert journal.corrections(attempt) == (correction,)
        assert journal.attempt(attempt).mark == 13.0


@pytest.mark.parametrize("everything", [True, False])
def test_forget_when_done_leaves_no_word_in_the_file(tmp_path: Path, everything: bool) -> None:
    path = tmp_path / "j.sqlite3"
    with Journal(path) as journal:
        attempt = journal.begin(HEADER)
        add(journal, attempt, 0, text="mot-très-privé")
        if everything:
            journal.forget_everything()
        else:
            journal.forget(attempt)
        assert journal.attempts() == ()
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert "mot-très-privé".encode() not in left


def test_same_turn_twice_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    with Journal(tmp_path / "j.sqlite3") as journal:
        attempt = journal.begin(HEADER)
        add(journal, attempt, 0)
        with pytest.raises(JournalError):
            add(journal, attempt, 0, text="autre")
        assert journal.turns(attempt)[0].turn == {"texte": "Bonjour « [/] »"}


def test_corrupt_file_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "j.sqlite3"
    path.write_bytes(b"ceci n'est pas une base" * 400)
    before = path.read_bytes()
    with pytest.raises(JournalError, match="abîmé"):
        Journal(path)
    assert path.read_bytes() == before


def test_newer_file_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "j.sqlite3"
    Journal(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version={len(MIGRATIONS) + 1}")
    connection.close()
    with pytest.raises(JournalError, match="plus récente"):
        Journal(path)


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "données").write_text("x", encoding="utf-8")
    with pytest.raises(JournalError, match="COACH_DONNEES"):
        Journal(tmp_path / "données" / "j.sqlite3")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_read_only_folder_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(JournalError, match="COACH_DONNEES"):
            Journal(tmp_path / "j.sqlite3")
    finally:
        tmp_path.chmod(stat.S_IRWXU)


def test_full_disk_loses_nothing_and_is_told(tmp_path: Path) -> None:
    path = tmp_path / "j.sqlite3"
    with Journal(path) as journal:
        attempt = journal.begin(HEADER)
        add(journal, attempt, 0)
        pages = journal._connection.execute("PRAGMA page_count").fetchone()[0]
        journal._connection.execute(f"PRAGMA max_page_count={pages}")
        with pytest.raises(JournalError, match="plein"):
            add(journal, attempt, 1, text="x" * 100_000)
        assert [turn.number for turn in journal.turns(attempt)] == [0]
        journal._connection.execute("PRAGMA max_page_count=100000")
        add(journal, attempt, 1, text="x" * 100_000)
        assert [turn.number for turn in journal.turns(attempt)] == [0, 1]


def test_two_windows_on_one_file_both_write(tmp_path: Path) -> None:
    path = tmp_path / "j.sqlite3"
    with Journal(path) as one, Journal(path) as two:
        first, second = one.begin(HEADER), two.begin(HEADER)
        add(one, first, 0)
        add(two, second, 0)
        assert one.attempt(second).turns == two.attempt(first).turns == 1
