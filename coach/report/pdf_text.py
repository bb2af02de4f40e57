"""Text as reportlab's paragraphs want it: their small markup is ours alone, all else is escaped."""

from functools import cache
from html import escape

from reportlab.pdfbase.ttfonts import TTFont

from coach.report.cleaning import clean
from coach.report.page import IndicatorBlock, Proof, Run, Speech

_REPLACED = str.maketrans(
    {
        "\u202f": "\u00a0",
        "✓": "+",
        "✗": "×",
        "→": "–",
        "\u2011": "-",
        "\u2212": "-",
        "\N{REPLACEMENT CHARACTER}": "?",
    }
)
"""What the font lacks, said otherwise."""
_MARKS = {"citation": ("#e6f3eb", "#145536"), "contre-exemple": ("#fbeae3", "#8f2d16")}
"""Ground and ink of a marked passage."""


def plain(text: str) -> str:
    """The text in characters that the font has; « ? » stands for each of the others."""
    known = _known()
    said = clean(text).replace("\t", " ").translate(_REPLACED)
    return "".join(each if each == "\n" or ord(each) in known else "?" for each in said)


def escaped(text: str) -> str:
    """The same, where nothing is markup; ends of lines are kept."""
    return escape(plain(text)).replace("\n", "<br/>")


def spoken(speech: Speech) -> str:
    """Who speaks and the words, the cited ones marked and numbered."""
    return f"<b>{escaped(speech.who)}</b> " + "".join(_run(each) for each in speech.runs)


def judged(block: IndicatorBlock) -> str:
    """An indicator's sign and name, then its evidence; words are read in the transcript, by their number."""
    told = " · ".join(_proof(each) for each in block.proofs)
    return f"<b>{escaped(block.sign)} {escaped(block.label)}</b> {told}"


def better(block: IndicatorBlock) -> str:
    """The better wording, and the moment it was for."""
    moment = f" (tour\u00a0{block.moment})" if block.moment is not None else ""
    return f"<b>Mieux{moment}\u00a0:</b> <i>{escaped(block.better)}</i>"


def _run(run: Run) -> str:
    text = escaped(run.text)
    if run.mark:
        ground, ink = _MARKS[run.mark]
        text = f'<font backColor="{ground}" color="{ink}"><u>{text}</u></font>'
    opens = "".join(f'<a name="p{number}"/>' for number in run.opens)
    closes = " ".join(str(number) for number in run.closes)
    closes = f"<super size=4>{closes}</super>" if closes else ""
    return f"{opens}{text}{closes}"


def _proof(proof: Proof) -> str:
    counter = proof.kind == "contre-exemple"
    if proof.number:
        where = f'<a href="#p{proof.number}">tour\u00a0{proof.turn}<super size=4>{proof.number}</super></a>'
        return f"mais {where} {escaped(proof.text)}" if counter else where
    where = f"tour\u00a0{proof.turn} " if proof.turn is not None else ""
    return where + escaped(proof.text)


@cache
def _known() -> frozenset[int]:
    return frozenset(TTFont("Bilan", "Vera.ttf").face.charToGlyph)
