"""The bilan as a PDF: two pages for what we ship, the same bytes, nothing obeyed in what was said."""

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from pypdf import PdfReader

from coach.content.library import list_replays, load_scenario
from coach.report.building import build_page
from coach.report.pdf import render_pdf
from coach.simulation.transcript_json import from_json
from tests.report.samples import CORRECTED, evaluation, loaded, page, transcript
from tests.report.test_html import HOSTILE
from tests.test_replays import played


def read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def text_of(content: bytes) -> str:
    return " ".join(" ".join(each.extract_text() for each in read(content).pages).split())


@pytest.mark.parametrize("scenario", ["fontaines-ateliers", "matinee-velos", "reassort-veterinaire"])
def test_middling_replay_holds_on_two_pages(scenario: str) -> None:
    path = next(path for path in list_replays(scenario) if path.stem.endswith(".moyen"))
    written, graded = played(path)
    content = load_scenario(scenario)
    made = build_page(content.scenario, content.grid, from_json(written), graded)
    assert len(read(render_pdf(made)).pages) == 2


def test_bytes_are_the_same_twice() -> None:
    assert render_pdf(page()) == render_pdf(page())


def test_levels_and_words_are_there() -> None:
    told = text_of(render_pdf(page(CORRECTED)))
    for expected in ("Relation · TS", "Corrigé par Mme Roy", "Bonjour madame", "Confiance 61", "Enseignant"):
        assert expected in told


@settings(max_examples=15, deadline=None)
@given(HOSTILE)
def test_words_when_hostile_are_never_markup(text: str) -> None:
    content = loaded()
    made = build_page(content.scenario, content.grid, transcript(text, text, text), evaluation(better=text))
    hostile = render_pdf(replace(made, title=text, portrait=f"<b>{text}", mark=f"<a href='{text}'>"))
    assert "<b>" in text_of(hostile)
    links = [note.get_object() for sheet in read(hostile).pages for note in sheet.get("/Annots", [])]
    assert not [link for link in links if "/URI" in str(link)]


def test_a_speech_longer_than_a_page_is_told_whole() -> None:
    content = loaded()
    long = transcript("mot " * 6000 + "dernier")
    told = text_of(render_pdf(build_page(content.scenario, content.grid, long, evaluation())))
    assert "dernier" in told


def test_a_heading_too_long_is_made_smaller() -> None:
    made = replace(page(), strengths=("Une force racontée longuement. " * 30,) * 3)
    assert len(read(render_pdf(made)).pages) <= 2
