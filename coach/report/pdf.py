"""The bilan as a PDF of A4 pages, by reportlab (the extra « pdf »). Three columns, the font in the file."""

import io
from collections.abc import Iterable, Iterator
from typing import Any, Literal, TypeAlias

from reportlab import rl_config
from reportlab.graphics.shapes import Circle, Drawing, PolyLine, String
from reportlab.graphics.shapes import Line as Rule
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    KeepInFrame,
    KeepTogether,
    PageTemplate,
    Paragraph,
)
from reportlab.platypus import Table as Grid

from coach.report import curves, pdf_text
from coach.report.page import Chart, CriterionBlock, IndicatorBlock, Page

_Anchor: TypeAlias = Literal["start", "middle", "end"]
_FACES = {"": "Vera", "-Bold": "VeraBd", "-Italic": "VeraIt", "-BoldItalic": "VeraBI"}
"""The four faces that reportlab's own wheel holds."""
_MARGIN, _GAP, _HEAD = 9 * mm, 5 * mm, 58 * mm
_COLUMNS = 3
_WIDTH = (A4[0] - 2 * _MARGIN - (_COLUMNS - 1) * _GAP) / _COLUMNS
_RULE = HexColor("#c9c9c9")
_CURVES = (("#1f4e8c", (1, 0)), ("#8f2d16", (6, 3)), ("#145536", (2, 3)))
"""Colour and dashes of each curve; one and zero is an unbroken line."""
_SIGNS = {"découvert": "✓", "effleuré": "~", "non découvert": "✗"}
_BODY = ParagraphStyle("corps", fontName="Bilan", fontSize=6.3, leading=7.7, spaceAfter=0.8)
_INSIDE = ParagraphStyle("retrait", parent=_BODY, leftIndent=7)
_YOU = ParagraphStyle("vous", parent=_BODY, backColor=HexColor("#f1f4f9"))
_SECTION = ParagraphStyle(
    "section", parent=_BODY, fontName="Bilan-Bold", fontSize=8, leading=10, spaceBefore=5, spaceAfter=2,
    textColor=HexColor("#1f4e8c"), keepWithNext=1,
)  # fmt: skip
_CRITERION = ParagraphStyle(
    "critere", parent=_BODY, fontName="Bilan-Bold", fontSize=6.9, leading=8.5, spaceBefore=3.5, keepWithNext=1
)
_TITLE = ParagraphStyle("titre", parent=_SECTION, fontSize=13, leading=16, spaceBefore=0)


def render_pdf(page: Page) -> bytes:
    """The file's bytes. Same page, same bytes."""
    rl_config.invariant = 1
    _register_faces()
    out = io.BytesIO()
    document = BaseDocTemplate(
        out, pagesize=A4, title=pdf_text.plain(f"Bilan · {page.title}"), author="coach", lang="fr"
    )
    document.addPageTemplates([_sheet("premiere", _HEAD), _sheet("suite", 0)])
    document.build(list(_story(page)))
    return out.getvalue()


def _register_faces() -> None:
    if "Bilan" in pdfmetrics.getRegisteredFontNames():
        return
    for suffix, name in _FACES.items():
        pdfmetrics.registerFont(TTFont(f"Bilan{suffix}", f"{name}.ttf"))
    pdfmetrics.registerFontFamily("Bilan", "Bilan", "Bilan-Bold", "Bilan-Italic", "Bilan-BoldItalic")


def _sheet(name: str, head: float) -> PageTemplate:
    """A sheet of three columns, with room for a heading across them on the first."""
    top = A4[1] - 2 * _MARGIN - head
    frames = [
        Frame(_MARGIN + place * (_WIDTH + _GAP), _MARGIN, _WIDTH, top, 0, 0, 0, 0, id=f"{name}{place}")
        for place in range(_COLUMNS)
    ]
    if head:
        frames.insert(0, Frame(_MARGIN, A4[1] - _MARGIN - head, A4[0] - 2 * _MARGIN, head, 0, 0, 0, 0))
    return PageTemplate(id=name, frames=frames, autoNextPageTemplate="suite")


def _story(page: Page) -> Iterator[Flowable]:
    # A heading that does not fit its room is made smaller rather than cut.
    yield KeepInFrame(A4[0] - 2 * _MARGIN, _HEAD, list(_heading(page)), mode="shrink")
    yield FrameBreak()
    yield _told("La grille et ses preuves", _SECTION)
    for criterion in page.criteria:
        yield from _criterion(criterion)
    yield _told("La transcription annotée", _SECTION)
    for turn in page.turns:
        for place, speech in enumerate(turn.speeches):
            number = f"<b>{turn.number}</b> " if not place else ""
            anchor = f'<a name="t{turn.number}"/>' if not place else ""
            style = _YOU if speech.student else _BODY
            yield Paragraph(f"{anchor}{number}{pdf_text.spoken(speech)}", style)
    yield from _negotiation(page)
    if page.charts:
        yield _told("Les courbes", _SECTION)
    for chart in page.charts:
        yield KeepTogether([_told(f"{chart.title} ({chart.unit})", _CRITERION), _drawing(chart)])
    yield from _sheet_found(page)
    if page.notes:
        yield _told("Vos notes", _SECTION)
        yield _told(page.notes, _BODY)
    yield _told(page.provenance, _BODY)


def _heading(page: Page) -> Iterator[Flowable]:
    yield _told(page.title, _TITLE)
    facts = (page.character, page.channel, page.date, page.mode, page.ending)
    yield _told(" · ".join(facts), _BODY)
    yield _told(f"{page.mark}. {page.caveat}", _CRITERION)
    left: list[Flowable] = [_levels(page)]
    right: list[Flowable] = []
    if page.priority:
        right += [_told("Priorité pour la prochaine fois", _CRITERION), _told(page.priority, _BODY)]
    if page.better:
        right.append(_told(f"Mieux\u00a0: {page.better}", _BODY))
    if page.strengths:
        right.append(_told("Points forts", _CRITERION))
        right += [_told(f"+ {each}", _BODY) for each in page.strengths]
    half = (A4[0] - 2 * _MARGIN) / 2
    yield Grid([[left, right]], [half, half], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])


def _levels(page: Page) -> Flowable:
    heads = ["Critère", "Vous", "Machine", *(["Enseignant"] if page.teacher else [])]
    rows: list[list[Any]] = [[_told(head, _CRITERION) for head in heads]]
    for each in page.criteria:
        cells = (each.own, each.machine, *((each.teacher,) if page.teacher else ()))
        rows.append([_told(each.label, _BODY), *(_told(cell.short or "–", _BODY) for cell in cells)])
    return _ruled(rows, [42 * mm, *[17 * mm] * (len(heads) - 1)])


def _criterion(block: CriterionBlock) -> Iterator[Flowable]:
    level = block.teacher.short or block.machine.short or "non évalué"
    yield _told(f"{block.label} · {level}", _CRITERION)
    for remark in block.remarks:
        yield _told(remark, _BODY)
    if block.machine.short:
        yield from (_indicator(each) for each in block.indicators)


def _indicator(block: IndicatorBlock) -> Flowable:
    lines: list[Flowable] = [Paragraph(pdf_text.judged(block), _INSIDE)]
    if block.advice:
        lines.append(_told(f"→ {block.advice}", _INSIDE))
    if block.better and not block.again:
        lines.append(Paragraph(pdf_text.better(block), _INSIDE))
    return KeepTogether(lines)


def _negotiation(page: Page) -> Iterator[Flowable]:
    yield _told("La négociation", _SECTION)
    if not page.moves:
        yield _told("Aucune offre n'a été échangée dans cette répétition.", _BODY)
    for move in page.moves:
        unpaid = " (sans contrepartie)" if move.unpaid else ""
        yield _told(f"tour {move.turn} · {move.who} {move.what}{unpaid}", _BODY)
    if page.points:
        rows = [[_told(point.label, _BODY), _told(point.shown, _BODY)] for point in page.points]
        yield _ruled(rows, [_WIDTH * 0.6, _WIDTH * 0.4])
        yield _told(page.worth, _BODY)


def _sheet_found(page: Page) -> Iterator[Flowable]:
    yield _told("La fiche du jury (annexe V-3)", _SECTION)
    yield _told(page.portrait, _BODY)
    for each in page.discoveries:
        essential = " (essentiel)" if each.essential else ""
        turn = f", tour {each.turn}" if each.turn is not None else ""
        yield _told(f"{_SIGNS[each.found]} {each.label}{essential}\u00a0: {each.found}{turn}", _BODY)


def _drawing(chart: Chart) -> Drawing:
    plot = curves.plot(chart)
    drawing = Drawing(curves.WIDTH, curves.HEIGHT)
    drawing.contents = list(_shapes(plot))
    drawing.renderScale = _WIDTH / curves.WIDTH
    return drawing


def _shapes(plot: curves.Plot) -> Iterator[Any]:
    def up(y: float) -> float:
        return curves.HEIGHT - y

    for y, value in plot.rows:
        yield Rule(plot.left, up(y), plot.right, up(y), strokeColor=_RULE, strokeWidth=0.6)
        yield _label(plot.left - 5, up(y) - 3.5, str(value), "end")
    for x, number in plot.ticks:
        yield _label(x, up(plot.floor + 14), str(number), "middle")
    for line, (colour, dashes) in zip(plot.lines, _CURVES, strict=False):
        places = [coordinate for x, y in line.points for coordinate in (x, up(y))]
        ink = HexColor(colour)
        if len(line.points) > 1:
            yield PolyLine(places, strokeColor=ink, strokeDashArray=dashes, strokeWidth=1.6)
        yield Circle(places[-2], places[-1], 2.5, fillColor=ink, strokeColor=None)
        yield _label(plot.right + 6, up(line.label_y) - 3.5, f"{line.name} {line.last}", "start", ink)


def _label(x: float, y: float, text: str, anchor: _Anchor, ink: Any = None) -> Any:
    return String(
        x, y, text, fontName="Bilan", fontSize=10, textAnchor=anchor, fillColor=ink or HexColor("#444444")
    )


def _ruled(rows: list[list[Any]], widths: Iterable[float]) -> Flowable:
    style: list[Any] = [
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, _RULE),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 0.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ]
    return Grid(rows, list(widths), style=style, hAlign="LEFT")


def _told(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(pdf_text.escaped(text), style)
