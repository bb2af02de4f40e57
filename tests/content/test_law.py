"""The law file: ours, the teacher's own, and what the grids make of it."""

from datetime import date
from pathlib import Path

import pytest

from coach.content.law import coverage_source, law_at, law_path, law_source, rule_ids
from coach.content.library import list_grids, load_grid
from coach.content.problems import BrokenContentError
from coach.content.verify import check
from coach.paths import data_dir, rubrics_dir

SHIPPED = rubrics_dir() / "loi.yaml"
NOT_SURE_ENOUGH = ("Bloctel", "20 %", "taux annuel", "TAEG", "préfixe")
"""What domain research has not confirmed as of the day of the file."""


def test_law_when_shipped_has_no_problem_and_each_rule_its_source() -> None:
    law = law_source().value
    assert law is not None
    assert not law_source().problems
    assert date.fromisoformat(law.read_on)
    for rule in law.rules:
        assert rule.source
        assert rule.address.startswith("http")
        assert rule.text.endswith(".")
        assert 40 <= len(rule.text) <= 400


@pytest.mark.parametrize("word", NOT_SURE_ENOUGH)
def test_law_when_shipped_holds_nothing_that_is_still_to_be_verified(word: str) -> None:
    law = law_source().value
    assert law is not None
    assert not [rule.id for rule in law.rules if word in rule.text]


def test_law_when_grids_cite_it_then_the_points_of_the_programme_are_all_cited() -> None:
    cited = {
        each.law
        for name in list_grids()
        for criterion in load_grid(name).criteria
        for each in criterion.indicators
        if each.law
    }
    assert cited <= set(rule_ids())
    assert cited >= {
        *("demarchage-consentement", "demarchage-contrat-en-cours", "debut-appel", "confirmation-ecrite"),
        *("retractation", "enregistrement", "assurance-accord", "assurance-signature"),
        *("garantie-conformite", "recouvrement-amiable"),
    }


def own_law(text: str) -> Path:
    data_dir().mkdir(parents=True, exist_ok=True)
    path = data_dir() / "loi.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_law_when_the_teacher_has_his_own_then_it_wins_and_changes_the_grid_s_digest() -> None:
    before = load_grid("relation-a-distance")
    text = SHIPPED.read_text(encoding="utf-8").replace("relue_le: 2026-11-23", "relue_le: 2027-01-15")
    path = own_law(text)
    assert law_path() == path
    after = load_grid("relation-a-distance")
    assert after.law is not None
    assert after.law.read_on == "2027-01-15"
    assert after.digest != before.digest
    assert after.criteria == before.criteria


def test_grid_when_it_cites_no_law_then_the_law_does_not_touch_its_digest() -> None:
    before = load_grid("e4-evenement").digest
    own_law(SHIPPED.read_text(encoding="utf-8").replace("relue_le: 2026-11-23", "relue_le: 2027-01-15"))
    assert load_grid("e4-evenement").digest == before


def test_law_when_the_teacher_s_lacks_a_cited_rule_then_the_grid_says_which() -> None:
    own_law(SHIPPED.read_text(encoding="utf-8").replace("id: retractation", "id: retractations"))
    with pytest.raises(BrokenContentError, match="retractation"):
        load_grid("relation-a-distance")
    assert "C057" in {each.code for each in check()}


def test_law_when_the_file_is_changed_then_it_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "loi.yaml"
    path.write_bytes(SHIPPED.read_bytes())
    assert not law_at(path).problems
    path.write_text("format: 1\nloi: Rien\n", encoding="utf-8")
    assert law_at(path).problems


def test_unseen_criteria_when_shipped_have_no_problem() -> None:
    assert not coverage_source().problems


def test_unseen_criterion_when_it_is_not_in_the_referentiel_then_c050(tmp_path: Path) -> None:
    path = tmp_path / "non-observables.yaml"
    path.write_text("format: 1\nnon_observables:\n  - {critere: b1.cibler.rien, raison: Rien à voir.}\n")
    assert [each.code for each in check(path)] == ["C050"]
