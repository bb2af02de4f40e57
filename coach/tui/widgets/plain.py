"""Text that is never markup: everything that comes from content or from a student goes through here."""

import re

from textual.content import Content
from textual.widgets import Static

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """The text without what could move a terminal's cursor or turn its direction."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def plain(text: str, style: str = "") -> Content:
    """The text as it is: no markup, no escape sequence."""
    clean = printable(text)
    return Content.styled(clean, style) if style else Content(clean)


class PlainStatic(Static):
    """A `Static` that shows its text literally."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(plain(text), id=id, classes=classes, markup=False)

    def show(self, text: str) -> None:
        """Replaces the text."""
        self.update(plain(text))
