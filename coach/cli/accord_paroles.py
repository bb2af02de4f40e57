"""The agreement report, told in French or as JSON."""

from collections.abc import Iterator, Mapping
from typing import Any

from coach.assessment.agreement import MACHINE, Agreement, Disagreement, Line, Measure
from coach.assessment.evaluation import CriterionResult, Evaluation
from coach.assessment.explain import explain_criterion
from coach.assessment.typography import typeset

REPORT_VERSION = 1
WORST = 10
"""Disagreements told in full; the JSON has all."""
ALONE, CONFIRM = "peut être évalué seul", "à confirmer par l'enseignant"
Evaluations = Mapping[str, Evaluation]


def lines_of(report: Agreement, evaluations: Evaluations) -> Iterator[str]:
    """The report for a person."""
    yield typeset(f"Évaluateurs : {', '.join(report.raters)}")
    if len(report.raters) == 1:
        yield typeset("Un seul évaluateur : il n'y a rien à comparer.")
    yield from _block("Tous critères", report.whole)
    for line in report.criteria:
        yield from _block(_label(line.criterion, evaluations), line, advised=MACHINE in report.raters)
    for band, line in report.bands:
        yield from _block(f"Bande {band}", line)
    if report.unseen:
        yield ""
        yield typeset(f"Niveaux donnés par une personne là où la machine n'en donne pas : {report.unseen}")
    if report.disagreements:
        yield ""
        yield "Les plus grands désaccords"
    for each in report.disagreements[:WORST]:
        yield from _apart(each, evaluations)


def as_data(report: Agreement, evaluations: Evaluations) -> dict[str, Any]:
    """The report as stable JSON with French keys."""
    return {
        "version": REPORT_VERSION,
        "evaluateurs": list(report.raters),
        "ensemble": _line(report.whole),
        "criteres": [
            {
                "id": line.criterion,
                **_line(line),
                "avis": CONFIRM if line.reasons else ALONE,
                "raisons": list(line.reasons),
            }
            for line in report.criteria
        ],
        "bandes": [{"bande": band, **_line(line)} for band, line in report.bands],
        "non_evalues_par_la_machine": report.unseen,
        "desaccords": [
            {
                "transcription": each.transcript,
                "critere": each.criterion,
                "evaluateur": each.rater,
                "niveau": each.level,
                "machine": each.machine,
                "ecart": each.steps,
                "preuves": explain_criterion(_result(each, evaluations)),
            }
            for each in report.disagreements
        ],
    }


def _block(title: str, line: Line, *, advised: bool = False) -> Iterator[str]:
    yield ""
    yield title
    if line.machine:
        yield f"  machine–personnes   {_told(line.machine)}"
    if line.persons:
        yield f"  personne–personne   {_told(line.persons)}"
    if not line.machine and not line.persons:
        yield "  rien à comparer"
    for first, second, measure in line.each:
        yield f"    {first} – {second} : {_told(measure)}".replace(" : ", "\u00a0: ")
    if advised:
        why = f" : {', '.join(line.reasons)}" if line.reasons else ""
        yield typeset(f"  → {CONFIRM if line.reasons else ALONE}{why}")


def _told(measure: Measure) -> str:
    kappa = "kappa indéfini (niveaux constants, ou une seule copie)"
    if measure.kappa is not None:
        kappa = f"kappa {_number(measure.kappa)}"
        if measure.low is not None and measure.high is not None:
            kappa += f" [{_number(measure.low)} ; {_number(measure.high)}]"
    share = f"exact {measure.exact:.0%}, à un niveau près {measure.adjacent:.0%}".replace("%", " %")
    return typeset(f"n = {measure.n}, {share}, {kappa}")


def _number(value: float) -> str:
    return f"{value:.2f}".replace(".", ",").replace("-", "−")


def _apart(each: Disagreement, evaluations: Evaluations) -> Iterator[str]:
    said = f"{each.rater} {each.level}, machine {each.machine}"
    yield typeset(f"  {each.transcript} · {each.criterion} : {said}")
    yield from (f"    {line}" for line in explain_criterion(_result(each, evaluations)))


def _result(each: Disagreement, evaluations: Evaluations) -> CriterionResult:
    return next(found for found in evaluations[each.transcript].criteria if found.id == each.criterion)


def _label(criterion: str, evaluations: Evaluations) -> str:
    found = (each for one in evaluations.values() for each in one.criteria if each.id == criterion)
    label = next((each.label for each in found), "")
    return f"{criterion} · {label}" if label else criterion


def _line(line: Line) -> dict[str, Any]:
    return {
        "machine_personnes": _measure(line.machine),
        "personne_personne": _measure(line.persons),
        "paires": [
            {"evaluateurs": [first, second], **(_measure(found) or {})} for first, second, found in line.each
        ],
    }


def _measure(measure: Measure | None) -> dict[str, Any] | None:
    if measure is None:
        return None
    return {
        "n": measure.n,
        "exact": measure.exact,
        "adjacent": measure.adjacent,
        "kappa": measure.kappa,
        "bas": measure.low,
        "haut": measure.high,
    }
