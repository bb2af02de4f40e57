"""What may not reach a document: characters that nobody sees and that change what others see."""

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, tab and end of line excepted
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the direction of the text
    "\u2028\u2029\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"  # breaks, non-characters and halves of characters
)


def clean(text: str) -> str:
    """The text, as long as before, with a sign in the place of each such character."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)
