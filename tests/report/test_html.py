"""The HTML of a bilan: what it says, that nothing in it can act, that it never varies."""

import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.assessment.evaluation import Evidence
from coach.report.building import build_page
from coach.report.html import render_html
from tests.report.samples import CORRECTED, SAID, evaluation, loaded, page, transcript

ELSEWHERE = """
import sys
from coach.report.html import render_html
from tests.report.samples import page
sys.stdout.buffer.write(render_html(page()).encode())
"""
ATTACKS = (
    *("<script>alert(1)</script>", "</style>", "]]>", "<!--", "&lt;", "&#60;img src=x onerror=y>", '"', "'"),
    *("{{ 7*7 }}", "{% raw %}", "https://x.fr", "mot", " "),
    *("\u202e", "\u2066", "\x00", "\x1b[2J", "\ud800", "\u200f"),
)
HOSTILE = st.lists(st.sampled_from(ATTACKS), min_size=1, max_size=8).map("".join)
UNSEEN = "\x00\x1b\u202e\u2066\u200f\ud800"


class Tags(HTMLParser):
    """The tags, attributes and words of a document."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def named(self, name: str) -> list[str]:
        return [value for key, value in self.attributes if key == name]


def rendered(text: str) -> str:
    content = loaded()
    end = min(4, len(text))
    said = evaluation(Evidence("citation", text, 1, 0, end), Evidence("fait", text), better=text, label=text)
    made = build_page(content.scenario, content.grid, transcript(text, text, text), said)
    return render_html(replace(made, title=text, mark=text, portrait=text, ending=text))


@settings(max_examples=40, deadline=None)
@given(HOSTILE)
def test_words_when_hostile_stay_words(text: str) -> None:
    plain, attacked = Tags(rendered("mot à mot")), rendered(text)
    parsed = Tags(attacked)
    assert set(parsed.tags) <= set(plain.tags)
    assert {name for name, _ in parsed.attributes} <= {name for name, _ in plain.attributes}
    assert not set(attacked) & set(UNSEEN)
    shown = "".join("\ufffd" if each in UNSEEN else each for each in text)
    assert shown in parsed.words
    attacked.encode("utf-8")


def test_page_when_rendered_fetches_nothing() -> None:
    parsed = Tags(render_html(page()))
    assert not {"script", "link", "img", "iframe", "object", "form", "base"} & set(parsed.tags)
    assert all(link.startswith("#") for link in parsed.named("href"))
    assert not parsed.named("src")
    assert "url(" not in render_html(page())
    assert "default-src 'none'; style-src 'unsafe-inline'" in parsed.named("content")


def test_links_when_followed_lead_somewhere_once() -> None:
    parsed = Tags(render_html(page(CORRECTED)))
    places = parsed.named("id")
    assert len(places) == len(set(places))
    assert {link[1:] for link in parsed.named("href")} <= set(places)


def test_page_when_read_aloud_has_its_structure() -> None:
    text = render_html(page())
    parsed = Tags(text)
    assert parsed.named("lang") == ["fr"]
    assert parsed.tags.count("h1") == 1
    assert parsed.tags.count("th") == len(parsed.named("scope"))
    assert parsed.tags.count("svg") == parsed.named("role").count("img") == 2
    assert "confiance de 50 à 61" in text


def test_evidence_when_quoted_is_marked_and_linked_both_ways() -> None:
    text = render_html(page())
    assert '<a id="p1"></a><mark>Bonjour madame</mark><sup><a href="#g1"' in text
    assert '<li id="g1"><a href="#p1">tour&nbsp;1' in text


def test_levels_when_a_teacher_corrected_stand_side_by_side() -> None:
    text = render_html(page(CORRECTED))
    assert "Enseignant" in text
    assert "Corrigé par Mme Roy, Très satisfaisant" in text
    assert "trop tôt" not in text
    assert "Enseignant" not in render_html(page())


def test_page_says_what_the_rehearsal_was() -> None:
    text = " ".join(Tags(render_html(page())).words)
    for expected in (
        "1er mars 2026 à 9\u00a0h\u00a005",
        "entraînement",
        "interrompue avant la fin",
        "12,5",
        SAID[16:],
    ):
        assert expected in text
    assert "il ne prédit aucune note d'examen" in text
    assert "Rien à voir ici." in text
    assert loaded().scenario.disclosures[0].label in text


def test_bytes_are_the_same_twice_and_elsewhere() -> None:
    once = render_html(page()).encode()
    assert render_html(page()).encode() == once
    other = subprocess.run([sys.executable, "-c", ELSEWHERE], capture_output=True, check=True)
    assert other.stdout == once


def test_a_rehearsal_without_a_word_has_a_page() -> None:
    content = loaded()
    silent = replace(transcript(), turns=(), started="hier")
    text = render_html(build_page(content.scenario, content.grid, silent, evaluation()))
    assert "Rien n’a été dit." in text
    assert "date inconnue" in text
    assert "<svg" not in text
