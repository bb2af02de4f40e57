"""French sentences of a debrief: spaced as French wants, with words quoted between « and »."""

import re
from functools import lru_cache

from coach.simulation.french import NBSP, THIN
from coach.simulation.french import typeset as _typeset

__all__ = ["NBSP", "quoted", "typeset"]
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")


@lru_cache(maxsize=1024)
def typeset(text: str) -> str:
    """The sentence with no-break spaces where French wants them; remembered, since advice returns often."""
    return _typeset(text)


def quoted(words: str, limit: int = 90) -> str:
    """Someone's words between French quotation marks, on one line, cut at a word when long."""
    line = _BLANKS.sub(" ", words).strip()
    if len(line) > limit:
        line = line[:limit].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
    return f"«{THIN}{line}{THIN}»"
