"""What the plain terminal prints: one line a speaker, wrapped, without colour or cursor movement."""

import shutil
import textwrap
from collections.abc import Callable, Iterable

from coach.assessment.evaluation import Evaluation
from coach.assessment.explain import explain
from coach.session import Played, Session
from coach.simulation.draw import announcements, fill, starred
from coach.simulation.scenario import CHANNEL_LABELS, FICHE_SUJET_LABELS

WIDEST = 100


def show_subject(session: Session) -> None:
    """The fiche-sujet; what has changed is starred."""
    scenario, subject = session.scenario, session.subject
    print(f"{scenario.title} · {CHANNEL_LABELS[scenario.channel]}")
    _wrapped(scenario.student_role)
    for sentence in announcements(scenario, subject):
        _wrapped(f"★ Modifié : {sentence}")
    for name, label in FICHE_SUJET_LABELS.items():
        print(f"\n{label}")
        for line in getattr(scenario.fiche_sujet, name):
            mark = "★" if starred(line, scenario, subject) else "-"
            _wrapped(f"  {mark} {fill(line, scenario, subject)}", indent="    ")


def show_documents(session: Session) -> None:
    """Every document, one after the other."""
    for document in session.scenario.documents:
        print(f"\n{document.title}\n{fill(document.text, session.scenario, session.subject)}")


def show_hint(text: str) -> None:
    """A hint that was asked for."""
    _wrapped(f"Indice : {text}")


def show_turn(session: Session, played: Played, out: Callable[..., None]) -> None:
    """What the character or the commission said, then the coach's remark."""
    speaker = "Commission" if played.turn.phase == "entretien" else session.scenario.character.name
    for reply in played.turn.replies:
        out(textwrap.fill(f"{speaker} : {reply.text}", _width(), subsequent_indent="    "))
    if played.remark:
        out(textwrap.fill(f"  (coach) {played.remark}", _width(), subsequent_indent="    "))


def show_evaluation(evaluation: Evaluation) -> None:
    """The grid, line by line."""
    print()
    _print_all(explain(evaluation))


def _print_all(lines: Iterable[str]) -> None:
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        _wrapped(line, indent=indent)


def _wrapped(text: str, indent: str = "    ") -> None:
    print(textwrap.fill(text, _width(), subsequent_indent=indent) if text.strip() else "")


def _width() -> int:
    return min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns)
