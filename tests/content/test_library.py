"""What is found, loaded by name, and refused."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from coach.content.library import (
    list_grids,
    list_packs,
    list_replays,
    list_scenarios,
    load_grid,
    load_pack,
    load_replay,
    load_scenario,
    second_views,
)
from coach.content.problems import BrokenContentError
from coach.errors import ContentError, NotFoundError
from coach.simulation.scenario import ORDINARY_REPLIES, Amount, Condition


def test_load_scenario_when_named_then_whole_with_its_archetype() -> None:
    loaded = load_scenario("velos-service")
    scenario = loaded.scenario
    assert (scenario.pack, scenario.exam, scenario.minutes) == ("pack-test", "E4", 20)
    assert scenario.archetype.id == scenario.character.archetype == "cliente-pressee"
    assert set(dict(scenario.archetype.replies)) == set(ORDINARY_REPLIES)
    assert scenario.issue("remise").student.limit == Amount(parameter="remise_max")
    assert scenario.disclosure("usage").when == Condition(patience_min=20)
    assert scenario.ending("rupture").when == Condition(patience_max=0)
    assert scenario.scene("negociation").jumps[0].ending == "commande"
    assert dict(scenario.sets[2].changes) == {"concurrent": "Pédalia", "budget": 10500.0}


def test_load_scenario_when_it_has_indicators_then_grid_has_them_too() -> None:
    grid = load_scenario("velos-service").grid
    criterion = next(each for each in grid.criteria if each.id == "b1.negocier.diagnostic")
    assert [each.id for each in criterion.indicators] == ["decouvre", "entretien-velos"]
    assert {each.criterion for each in criterion.indicators} == {criterion.id}


def test_load_scenario_when_pack_or_path_is_given_then_the_same(pack_test: Path) -> None:
    expected = load_scenario("velos-service")
    assert load_scenario("pack-test/velos-service") == expected
    assert load_scenario(str(pack_test / "velos-service.yaml")) == expected


def test_load_scenario_when_unknown_then_nearest_name_in_french() -> None:
    with pytest.raises(NotFoundError, match="velos-service"):
        load_scenario("velo-servise")
    with pytest.raises(NotFoundError, match=r"Disponibles.*velos-service"):
        load_scenario("zzz")


@pytest.mark.parametrize(
    "name",
    [
        "",
        "../pack-test/velos-service",
        "/etc/passwd",
        "x" * 5000,
        "x" * 5000 + ".yaml",
        "\0.yaml",
        "\x1b[31m",
        ".",
    ],
)
def test_load_scenario_when_name_is_hostile_then_not_found(name: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        load_scenario(name)
    assert len(str(caught.value)) < 1000
    assert "\x1b" not in str(caught.value)


def test_load_scenario_when_file_is_broken_then_error_carries_every_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack_test: Path
) -> None:
    pack = copy(pack_test, tmp_path / "pack-test")
    text = (pack / "velos-service.yaml").read_text(encoding="utf-8")
    broken = text.replace("scene: decouverte", "scene: decouvert", 1).replace("canal: face", "canal: fesse")
    (pack / "velos-service.yaml").write_text(broken, encoding="utf-8")
    monkeypatch.setenv("COACH_PACKS", str(tmp_path))
    with pytest.raises(ContentError) as caught:
        load_scenario("velos-service")
    assert isinstance(caught.value, BrokenContentError)
    assert [each.code for each in caught.value.problems] == ["C029", "C040"]
    assert "velos-service.yaml:" in str(caught.value)


def test_digest_when_only_comments_and_layout_change_then_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack_test: Path
) -> None:
    before = load_scenario("velos-service")
    pack = copy(pack_test, tmp_path / "pack-test")
    path = pack / "velos-service.yaml"
    text = path.read_text(encoding="utf-8")
    monkeypatch.setenv("COACH_PACKS", str(tmp_path))
    path.write_text("# un mot\n\n" + text.replace("duree: 20", "duree:   20"), encoding="utf-8")
    assert load_scenario("velos-service").scenario.digest == before.scenario.digest
    path.write_text(text.replace("Et pour combien", "Et à combien"), encoding="utf-8")
    after = load_scenario("velos-service")
    assert after.scenario.digest != before.scenario.digest
    assert after.grid.digest == before.grid.digest


def test_digest_when_indicators_of_scenario_change_then_grid_digest_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack_test: Path
) -> None:
    before = load_scenario("velos-service").grid.digest
    pack = copy(pack_test, tmp_path / "pack-test")
    path = pack / "velos-service.yaml"
    text = path.read_text(encoding="utf-8").replace("Parlez de l'entretien.", "Abordez l'entretien.")
    path.write_text(text, encoding="utf-8")
    monkeypatch.setenv("COACH_PACKS", str(tmp_path))
    assert load_scenario("velos-service").grid.digest != before
    assert len(before) == 64


def test_load_grid_when_of_a_pack_then_found_with_the_pack_only(pack_test: Path) -> None:
    assert load_grid("grille-test", pack_test).exam == "E4"
    with pytest.raises(NotFoundError):
        load_grid("grille-test")


def test_load_grid_when_shipped_then_each_one_loads() -> None:
    for name in list_grids():
        grid = load_grid(name)
        assert grid.id == name
        assert grid.digest


def test_lists_when_pack_found_then_header_of_each_scenario(pack_test: Path) -> None:
    pack = next(each for each in list_packs() if each.id == "pack-test")
    assert (pack.title, pack.path.resolve()) == ("Pack des tests", pack_test)
    (entry,) = pack.scenarios
    assert (entry.id, entry.exam, entry.channel, entry.minutes) == (
        "velos-service",
        "E4",
        "face-a-face",
        "20",
    )
    assert entry in list_scenarios()


def test_lists_when_a_file_is_broken_then_still_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "casse").mkdir()
    (tmp_path / "casse" / "pack.yaml").write_bytes(b"\xff\xfe: [")
    (tmp_path / "casse" / "s.yaml").write_text("titre: Bon début\nscenes: [")
    monkeypatch.setenv("COACH_PACKS", str(tmp_path))
    pack = next(each for each in list_packs() if each.id == "casse")
    assert [each.title for each in pack.scenarios] == ["Bon début"]


def test_lists_when_read_then_quick() -> None:
    started = time.perf_counter()
    list_packs()
    assert time.perf_counter() - started < 0.1


def test_load_pack_and_replay_when_valid_then_objects(pack_test: Path) -> None:
    assert load_pack(pack_test).version == "1.0"
    (path,) = list_replays("velos-service")
    replay = load_replay(path)
    assert (replay.scenario, replay.set_id, replay.seed) == ("velos-service", "budget-serre", 7)
    assert replay.answers[-1] == "/fin"
    assert replay.levels == (("b1.negocier.relation", "S"),)


def test_load_scenario_when_indicators_are_for_a_criterion_not_assessed_then_it_becomes_assessed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack_test: Path
) -> None:
    pack = copy(pack_test, tmp_path / "pack-test")
    path = pack / "velos-service.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("critere: b1.negocier.diagnostic", "critere: b1.negocier.evolution"), encoding="utf-8"
    )
    monkeypatch.setenv("COACH_PACKS", str(tmp_path))
    criterion = load_scenario("velos-service").grid.criteria[-1]
    assert replace(criterion, indicators=()).not_assessed == ""
    assert len(criterion.indicators) == 1


def copy(source: Path, target: Path) -> Path:
    for path in sorted(source.rglob("*.yaml")):
        new = target / path.relative_to(source)
        new.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(path.read_bytes())
    return target


def test_second_views_when_asked_for_a_channel_then_the_grids_made_for_it() -> None:
    assert second_views("telephone") == ("appel-trois-domaines",)
    assert second_views("face-a-face") == ()
