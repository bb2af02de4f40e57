"""The grid: levels side by side, and behind every line the words and the moment it speaks of."""

import textwrap
from dataclasses import dataclass

from rich.text import Text
from textual.app import ComposeResult
from textual.events import Resize
from textual.widgets import Footer, OptionList
from textual.widgets.option_list import Option

from coach.assessment.comparison import compare
from coach.assessment.correction import Correction, corrected, latest
from coach.assessment.evaluation import CriterionResult, Evaluation, Evidence, IndicatorResult
from coach.assessment.explain import mark_told
from coach.assessment.typography import typeset
from coach.content.library import LoadedScenario
from coach.correcting import levels_of
from coach.session import WallClock
from coach.simulation.transcript import Transcript
from coach.tui.commands import Command
from coach.tui.screens.base import CoachScreen
from coach.tui.widgets.heading import Heading
from coach.tui.widgets.plain import PlainStatic, printable

_MARGIN = 6
"""Columns that the list keeps for its borders and scroll bar."""
_SIGNS = {True: "✓", False: "✗", None: "–"}


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the list: what it says, and what Enter does on it."""

    prompt: Text
    criterion: str = ""
    evidence: Evidence | None = None


class GridScreen(CoachScreen):
    """Criteria that unfold; evidence that leads to its turn."""

    HELP = (
        "La grille : ouvrez un critère pour voir sur quoi la machine s'appuie. "
        "Entrée sur une citation montre le tour dans la transcription ; b écrit le bilan à imprimer ou à "
        "remettre. Le repère ne prédit pas votre note."
    )
    KEYS = (
        Command(
            "enter", "select", "Ouvrir, voir le tour", "Ouvre un critère, ou montre le tour d'une citation."
        ),
        Command("t", "transcript", "Transcription", "Relit toute la répétition."),
        Command("j", "jury", "Fiche du jury", "Dévoile ce que le personnage savait (annexe V-3)."),
        Command("n", "ledger", "Négociation", "Qui a donné quoi, quand, contre quoi."),
        Command(
            "x", "export", "Exporter", "Écrit la transcription en JSON dans le dossier courant.", shown=False
        ),
        Command(
            "b",
            "report",
            "Bilan",
            "Écrit le bilan, à lire, à imprimer ou à remettre, dans le dossier courant.",
            shown=False,
        ),
        Command("c", "correct", "Corriger", "Enseignant : corrige le niveau d'un critère.", shown=False),
        Command("escape", "home", "Accueil", "Revient à l'accueil."),
    )

    def __init__(
        self,
        loaded: LoadedScenario,
        transcript: Transcript,
        evaluation: Evaluation,
        attempt: int | None = None,
    ) -> None:
        super().__init__()
        self._loaded = loaded
        self._transcript = transcript
        self._evaluation = evaluation
        self._attempt = attempt
        self._corrections: tuple[Correction, ...] = ()
        self._own = dict(transcript.self_assessment)
        self._gaps = {gap.criterion: gap.told for gap in compare(transcript.self_assessment, evaluation)}
        self._open: set[str] = set()
        self._rows: list[_Row] = []

    def body(self) -> ComposeResult:
        """The mark, the columns, the list, the priority."""
        yield Heading(f"Grille · {self._loaded.scenario.title}")
        yield PlainStatic(self._mark(), classes="lead", id="mark")
        yield PlainStatic(f"  {'Vous':<7}{'Machine':<12}Critère", classes="columns")
        yield OptionList(classes="list", id="grid")
        if self._evaluation.priority:
            yield PlainStatic(typeset(f"Priorité : {self._evaluation.priority}"), classes="priority")
        yield Footer(show_command_palette=False, compact=True)

    def _mark(self) -> str:
        held = corrected(self._evaluation, levels_of(self._corrections), self._loaded.grid)
        after = " (corrigé par l'enseignant)" if self._corrections else ""
        return typeset(f"{mark_told(held.mark)}{after}. Ce repère ne prédit pas votre note d'examen.")

    def on_mount(self) -> None:
        """The weakest criterion is open: that is where the lesson is."""
        shown = [each for each in self._evaluation.criteria if each.score is not None]
        if shown:
            self._open.add(min(shown, key=lambda each: each.score or 0.0).id)
        self._reread()
        self.query_one(OptionList).focus()

    def on_resize(self, event: Resize) -> None:
        """Wraps the lines again."""
        super().on_resize(event)
        if self._rows:
            self._fill(self.query_one(OptionList).highlighted or 0)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Unfolds a criterion, or goes to a turn."""
        row = self._rows[event.option_index]
        if row.criterion:
            self._open ^= {row.criterion}
            self._fill(event.option_index)
        elif row.evidence and row.evidence.turn is not None:
            self._show_turn(row.evidence)

    def _show_turn(self, evidence: Evidence) -> None:
        from coach.tui.screens.transcript import TranscriptScreen

        span = (evidence.start, evidence.end) if evidence.end > evidence.start else None
        self.app.push_screen(TranscriptScreen(self._loaded, self._transcript, evidence.turn, span))

    def action_transcript(self) -> None:
        """The whole rehearsal."""
        from coach.tui.screens.transcript import TranscriptScreen

        self.app.push_screen(TranscriptScreen(self._loaded, self._transcript))

    def action_jury(self) -> None:
        """The jury's sheet, with what was discovered and what was not."""
        from coach.tui.screens.debrief import JuryScreen

        self.app.push_screen(JuryScreen(self._loaded, self._transcript))

    def action_ledger(self) -> None:
        """The negotiation ledger."""
        from coach.tui.screens.debrief import LedgerScreen

        self.app.push_screen(LedgerScreen(self._loaded, self._transcript))

    def action_correct(self) -> None:
        """A teacher's level for the criterion of the line in front."""
        from coach.tui.screens.correction import CorrectionScreen, Given

        place = self.query_one(OptionList).highlighted or 0
        attempt = self._attempt
        if attempt is None:
            self.notify("Cette répétition n'est pas dans le journal : elle ne peut pas être corrigée.")
            return
        name = next(row.criterion for row in reversed(self._rows[: place + 1]) if row.criterion)

        def given(answer: Given | None) -> None:
            if answer:
                made = WallClock().now()
                correction = Correction(name, answer.level, answer.author, answer.reason, made)
                self.app.correct(attempt, correction, self._loaded.grid)  # type: ignore[attr-defined]
                self._reread(place)

        label = next(each.label for each in self._evaluation.criteria if each.id == name)
        self.app.push_screen(CorrectionScreen(label), given)

    def _reread(self, place: int = 0) -> None:
        if self._attempt is not None:
            self._corrections = self.app.corrections(self._attempt)  # type: ignore[attr-defined]
        self.query_one("#mark", PlainStatic).show(self._mark())
        self._fill(place)

    def action_export(self) -> None:
        """Writes the transcript where the program was started."""
        from coach.tui.export import write_transcript

        self.notify(write_transcript(self._transcript, self._evaluation, self._corrections), markup=False)

    def action_report(self) -> None:
        """Writes the bilan beside the transcripts."""
        from coach.tui.export import write_report

        told = write_report(self._loaded, self._transcript, self._evaluation, self._corrections)
        self.notify(told, markup=False)

    def action_home(self) -> None:
        """Back."""
        self.app.go_home()  # type: ignore[attr-defined]

    def _fill(self, place: int = 0) -> None:
        self._rows = [row for each in self._evaluation.criteria for row in self._criterion(each)]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(row.prompt) for row in self._rows])
        options.highlighted = place

    def _criterion(self, result: CriterionResult) -> list[_Row]:
        unfolded = result.id in self._open
        level: str = result.level or "non évalué"
        teacher = latest(self._corrections).get(result.id)
        if teacher:
            level = f"{result.level or 'NE'} → {teacher.level}"
        sign = "▾" if unfolded else "▸"
        head = Text(f"{sign} {self._own.get(result.id, '–'):<7}{level:<12}{result.label}", "bold")
        rows = [_Row(head, criterion=result.id)]
        if not unfolded:
            return rows
        if teacher:
            told = f"Enseignant ({teacher.author}) : {teacher.level}. {teacher.reason}"
            rows.append(_Row(self._indented(told, 4)))
        if result.level is None:
            return [*rows, _Row(self._indented(result.not_assessed, 4))]
        if result.id in self._gaps:
            rows.append(_Row(self._indented(self._gaps[result.id], 4)))
        if result.capped_by:
            rows.append(_Row(self._indented(f"✗ {result.capped_by}", 4)))
        for indicator in sorted(result.indicators, key=lambda each: (each.score is None, each.score or 0.0)):
            rows += self._indicator(indicator)
        return rows

    def _indicator(self, result: IndicatorResult) -> list[_Row]:
        met = None if result.score is None else result.score >= 0.999
        sign = "~" if result.score is not None and 0 < result.score < 0.999 else _SIGNS[met]
        rows = [_Row(self._indented(f"{sign} {result.label}", 4))]
        for evidence in result.evidence:
            where = (
                f"tour {evidence.turn} : " if evidence.turn is not None and evidence.kind != "absence" else ""
            )
            quote = (
                f"« {evidence.text} »" if evidence.kind in ("citation", "contre-exemple") else evidence.text
            )
            rows.append(_Row(self._indented(f"{where}{quote}", 8, "dim"), evidence=evidence))
        if result.advice:
            rows.append(_Row(self._indented(f"→ {result.advice}", 8)))
        if result.better:
            rows.append(_Row(self._indented(f"Mieux : « {result.better} »", 8, "italic")))
        return rows

    def _indented(self, text: str, columns: int, style: str = "") -> Text:
        """Wrapped here, since Rich would break lines at no-break spaces. `Text` is never markup."""
        indent = " " * columns
        width = max(20, self.size.width - _MARGIN)
        clean = printable(typeset(text))
        return Text(textwrap.fill(clean, width, initial_indent=indent, subsequent_indent=indent), style)
