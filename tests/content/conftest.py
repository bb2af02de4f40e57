"""Content tests see the shipped packs and the small pack of the tests, never the developer's own."""

from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parent.parent / "data"


@pytest.fixture(autouse=True)
def known_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COACH_PACKS", str(DATA))
    monkeypatch.setenv("COACH_DONNEES", str(tmp_path / "donnees"))


@pytest.fixture
def pack_test() -> Path:
    return DATA / "pack-test"
