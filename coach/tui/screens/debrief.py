"""What is revealed once the rehearsal is over: the jury's sheet, and the negotiation's ledger."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Footer

from coach.content.library import LoadedScenario
from coach.simulation.draw import fill
from coach.simulation.ledger import Entry, final_values, ledger, outcome
from coach.simulation.scenario import FICHE_JURY_LABELS, Scenario
from coach.simulation.transcript import Transcript
from coach.tui.commands import Command
from coach.tui.screens.base import CoachScreen
from coach.tui.widgets.heading import Heading
from coach.tui.widgets.plain import PlainStatic

_BACK = (Command("escape,enter", "app.pop_screen", "Retour", "Revient à la grille."),)


class DebriefScreen(CoachScreen):
    """A page that one scrolls and leaves."""

    KEYS = _BACK

    def __init__(self, loaded: LoadedScenario, transcript: Transcript) -> None:
        super().__init__()
        self._loaded = loaded
        self._transcript = transcript

    def page(self) -> ComposeResult:
        """What the page holds."""
        yield from ()

    def body(self) -> ComposeResult:
        """A heading over the page."""
        yield Heading(f"{self.HELP.split(' : ')[0]} · {self._loaded.scenario.title}")
        with VerticalScroll(classes="page"):
            yield from self.page()
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """The page has the keys."""
        self.query_one(VerticalScroll).focus()


class JuryScreen(DebriefScreen):
    """Annexe V-3, with what was discovered and what was not."""

    HELP = "La fiche du jury : ce que le personnage savait, et ce que vous en avez découvert."
    KEYS = _BACK

    def page(self) -> ComposeResult:
        """Portrait, discoveries, then the twelve rubrics."""
        scenario, subject = self._loaded.scenario, self._transcript.subject
        told = {
            event.subject
            for turn in self._transcript.turns
            for event in turn.events
            if event.kind == "information_revelee"
        }
        if scenario.character.portrait:
            yield PlainStatic(scenario.character.portrait, classes="purpose")
        yield PlainStatic("Ce qu'il y avait à découvrir", classes="rubric")
        for disclosure in scenario.disclosures:
            sign = "✓" if disclosure.id in told else "✗"
            essential = "  (essentiel)" if disclosure.essential else ""
            yield PlainStatic(f"{sign} {disclosure.label}{essential}", classes="line")
        for name, label in FICHE_JURY_LABELS.items():
            yield PlainStatic(label, classes="rubric")
            for line in getattr(scenario.fiche_jury, name):
                yield PlainStatic(fill(line, scenario, subject), classes="line")


class LedgerScreen(DebriefScreen):
    """Who gave what, when, against what."""

    HELP = "La négociation : qui a donné quoi, à quel tour, contre quoi."
    KEYS = _BACK

    def page(self) -> ComposeResult:
        """A line a move, then where it ended."""
        scenario = self._loaded.scenario
        entries = ledger(scenario, self._transcript)
        if not entries:
            yield PlainStatic("Aucune offre n'a été échangée dans cette répétition.")
        for entry in entries:
            yield PlainStatic(_told(entry, scenario), classes="line")
        final = outcome(scenario, self._transcript.subject, final_values(self._transcript))
        if final is not None:
            yield PlainStatic("Au bout du compte", classes="rubric")
            for point in final.points:
                yield PlainStatic(f"{point.label} : {point.shown or 'pas d’accord'}", classes="line")
            yield PlainStatic(
                f"Valeur pour vous : {final.student:.0%} de votre meilleur objectif ; pour l'autre : "
                f"{final.character:.0%}. Laissé sur la table : {final.left_on_the_table:.0%}.".replace(
                    "%", "\u00a0%"
                ),
                classes="line",
            )


def _told(entry: Entry, scenario: Scenario) -> str:
    who = "Vous" if entry.side == "etudiant" else scenario.character.name.split()[0]
    unpaid = "  ← sans contrepartie" if entry.unpaid else ""
    return f"tour {entry.turn:>2}   {who} {entry.verb} : {entry.label} {entry.shown}{unpaid}"
