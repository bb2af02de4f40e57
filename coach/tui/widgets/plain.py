"""Text that is never markup: everything that comes from content or from a student goes through here."""

import re

from rich.cells import cell_len
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import Static

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """The text without what could move a terminal's cursor or turn its direction."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def plain(text: str, style: str = "") -> Content:
    """The text as it is: no markup, no escape sequence."""
    clean = printable(text)
    return Content.styled(clean, style) if style else Content(clean)


def broken(text: str, width: int) -> str:
    """The text with its spaces turned into ends of lines where the next word would not fit. It breaks at
    plain spaces only, so that « a quote » keeps its marks, and keeps its length, so that spans still hold.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        first, *words = paragraph.split(" ")
        lines.append(first)
        for word in words:
            if cell_len(lines[-1]) + 1 + cell_len(word) <= width:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
    return "\n".join(lines)


class Prose(Visual):
    """Lines that break as French typography wants; Textual's own break at no-break spaces too."""

    def __init__(self, content: Content) -> None:
        self._content = content

    def __str__(self) -> str:
        return self._content.plain

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The lines, broken, then as Textual draws them."""
        return self._broken(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Width of the longest line."""
        return self._content.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Lines, once broken."""
        return self._broken(width).get_height(rules, width)

    def _broken(self, width: int) -> Content:
        return Content(broken(self._content.plain, width), list(self._content.spans))


class PlainStatic(Static):
    """A `Static` that shows its text literally."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(Prose(plain(text)), id=id, classes=classes, markup=False)

    def show(self, text: str, highlight: tuple[int, int] | None = None) -> None:
        """Replaces the text. `highlight`: a span of it to bring out."""
        content = plain(text)
        self.update(Prose(content.stylize("reverse bold", *highlight) if highlight else content))
