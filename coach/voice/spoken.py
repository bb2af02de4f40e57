"""Written French made fit to be read aloud: one line, no control characters, short forms in words."""

import re
import unicodedata

LONGEST = 1200
"""Characters: more than a minute of speech, longer than any reply."""

_GROUPING = re.compile(r"(?<=\d)[\u00a0\u202f](?=\d{3}(?!\d))")
_WORDS = (
    (r"(?<=\d),00\b", ""),
    (r"\bM\. (?=[A-ZÀ-Ý])", "monsieur "),
    (r"\bMM\. (?=[A-ZÀ-Ý])", "messieurs "),
    (r"\b[Nn]° ?(?=\d)", "numéro "),
    (r"\bHT\b", "hors taxes"),
    (r"\bTTC\b", "toutes taxes comprises"),
    (r"\bCA\b", "chiffre d'affaires"),
    (r"\bSAV\b", "service après-vente"),
    (r"(?<![\d,])([01]) ?€", r"\1 euro"),
    (r" ?k€", " mille euros"),
    (r" ?M€", " millions d'euros"),
    (r" ?€", " euros"),
    (r"\bm²", "mètres carrés"),
    (r"\bm³", "mètres cubes"),
    (r"(?<!\d)1 ?h\b", "une heure"),
    (r"(?<=\d) ?h ?(?=\d\d\b)", " heures "),
    (r"(?<=\d) ?h\b", " heures"),
    (r"(euros?|hors taxes|toutes taxes comprises)/(?=[a-zà-ÿ])", r"\1 par "),
    (r"−", " moins "),
)
_REPLACEMENTS = tuple((re.compile(pattern), words) for pattern, words in _WORDS)


def spoken(text: str) -> str:
    """What to give to a French engine for a written text."""
    text = _GROUPING.sub("", unicodedata.normalize("NFC", text))
    text = "".join(" " if unicodedata.category(sign).startswith("C") else sign for sign in text)
    text = _cut(" ".join(text.split()))
    for pattern, words in _REPLACEMENTS:
        text = pattern.sub(words, text)
    return " ".join(text.split())


def _cut(line: str) -> str:
    """The line, ended at a word when it is too long."""
    return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0]
