"""French spacing for the sentences that a debrief shows; grids are written with plain spaces."""

import re
from functools import lru_cache

NBSP = "\u00a0"
THIN = "\u202f"
_BEFORE_THIN = re.compile(r" +([;!?»])")
_BEFORE_WIDE = re.compile(r" +([:%€])")
_AFTER_OPENING = re.compile(r"« +")


@lru_cache(maxsize=1024)
def typeset(text: str) -> str:
    """The sentence with no-break spaces where French wants them."""
    text = _BEFORE_THIN.sub(THIN + r"\1", text)
    text = _BEFORE_WIDE.sub(NBSP + r"\1", text)
    return _AFTER_OPENING.sub("«" + THIN, text)


def quoted(words: str, limit: int = 90) -> str:
    """Someone's words between French quotation marks, on one line, cut at a word when long."""
    line = " ".join(words.split())
    if len(line) > limit:
        line = line[:limit].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
    return f"«{THIN}{line}{THIN}»"
