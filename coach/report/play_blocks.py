"""The play of a bilan: what was said, what was negotiated, what was discovered."""

from collections.abc import Iterator

from coach.assessment.typography import typeset
from coach.report.marking import Passage, runs
from coach.report.page import Discovery, Found, Move, Point, Rubric, Speech, TurnBlock
from coach.simulation.draw import fill
from coach.simulation.ledger import Entry, Outcome, final_values, ledger, outcome
from coach.simulation.scenario import FICHE_JURY_LABELS, Scenario
from coach.simulation.transcript import Transcript, Turn

YOU, COMMISSION = "Vous", "Commission"
_SILENCE = "(silence)"


def turn_blocks(
    scenario: Scenario, transcript: Transcript, passages: dict[Passage, int]
) -> tuple[TurnBlock, ...]:
    """Every turn, the cited words marked."""
    return tuple(
        TurnBlock(
            turn.number, turn.phase == "entretien", tuple(_speeches(scenario, turn, _of_turn(turn, passages)))
        )
        for turn in transcript.turns
    )


def moves(scenario: Scenario, transcript: Transcript) -> tuple[Move, ...]:
    """Who gave what, when; what one move is at once (an offer, a concession) is told on one line."""
    together: dict[tuple[int, str, str, str], list[Entry]] = {}
    for entry in ledger(scenario, transcript):
        together.setdefault((entry.turn, entry.side, entry.label, entry.shown), []).append(entry)
    return tuple(_move(entries, _first_name(scenario)) for entries in together.values())


def final(scenario: Scenario, transcript: Transcript) -> tuple[tuple[Point, ...], str]:
    """Where each point ended, and a sentence on what the agreement is worth."""
    reached = outcome(scenario, transcript.subject, final_values(transcript))
    if reached is None:
        return (), ""
    points = tuple(Point(typeset(each.label), each.shown or "pas d'accord") for each in reached.points)
    return points, _worth(reached)


def discoveries(scenario: Scenario, transcript: Transcript) -> tuple[Discovery, ...]:
    """What there was to discover, and when it was."""
    told = _first_turns(transcript, "information_revelee")
    hinted = _first_turns(transcript, "information_esquissee")
    found = []
    for each in scenario.disclosures:
        how: Found = "découvert" if each.id in told else "effleuré" if each.id in hinted else "non découvert"
        turn = told.get(each.id, hinted.get(each.id))
        found.append(Discovery(typeset(each.label), each.essential, how, turn))
    return tuple(found)


def rubrics(scenario: Scenario, transcript: Transcript) -> tuple[Rubric, ...]:
    """Annexe V-3 as drawn; rubrics that the author left empty are left out."""
    return tuple(
        Rubric(label, tuple(fill(line, scenario, transcript.subject) for line in lines))
        for name, label in FICHE_JURY_LABELS.items()
        if (lines := getattr(scenario.fiche_jury, name))
    )


def _speeches(scenario: Scenario, turn: Turn, passages: dict[Passage, int]) -> Iterator[Speech]:
    # Spans are places of the text as it was read (NFC).
    said = turn.reading.text or turn.text
    if said.strip():
        yield Speech(YOU, True, runs(said, passages))
    elif any(event.kind == "silence" for event in turn.events):
        yield Speech(YOU, True, runs(_SILENCE, {}))
    who = COMMISSION if turn.phase == "entretien" else _first_name(scenario)
    for reply in turn.replies:
        yield Speech(who, False, runs(reply.text, {}))


def _of_turn(turn: Turn, passages: dict[Passage, int]) -> dict[Passage, int]:
    return {passage: number for passage, number in passages.items() if passage.turn == turn.number}


def _first_name(scenario: Scenario) -> str:
    return scenario.character.name.split()[0] if scenario.character.name.split() else "L'interlocuteur"


def _move(entries: list[Entry], name: str) -> Move:
    entry = entries[0]
    verbs = ", ".join(dict.fromkeys(each.verb for each in entries))
    # A yes-or-no point says its own name again.
    named = entry.label and entry.label.casefold() not in entry.shown.casefold()
    matter = ", ".join(part for part in (entry.label if named else "", entry.shown) if part)
    withdrawn = " (offre retirée)" if any(each.withdrawn for each in entries) else ""
    return Move(
        entry.turn,
        YOU if entry.side == "etudiant" else name,
        typeset((f"{verbs} : {matter}" if matter else verbs) + withdrawn),
        any(each.unpaid for each in entries),
    )


def _worth(reached: Outcome) -> str:
    return typeset(
        f"Valeur pour vous : {reached.student:.0%} de votre meilleur objectif ; pour l'autre : "
        f"{reached.character:.0%}. Laissé sur la table : {reached.left_on_the_table:.0%}.".replace("%", " %")
    )


def _first_turns(transcript: Transcript, kind: str) -> dict[str, int]:
    first: dict[str, int] = {}
    for turn in transcript.turns:
        for event in turn.events:
            if event.kind == kind:
                first.setdefault(event.subject, turn.number)
    return first
