"""What is said and what may be asked: enough of it, distinct, and complete."""

from coach.content.checks.draws import Draw, settled
from coach.content.nodes import Path
from coach.content.schema.scenario import ScenarioFile
from coach.content.sources import Source
from coach.content.work import folded
from coach.simulation.scenario import Archetype, Disclosure, Issue, Line

_ENOUGH = 3
_SAME = 0.93
"""Similarity from which two questions are the same to anyone who asks them."""
_NEEDS_VALUE = ("contre_offre", "concede")


def check_lines(source: Source[object], possible: dict[str, Draw]) -> None:
    """Lists of wordings: none twice, and in each possible draw one at least that may always be said."""
    for path, value in source.work.built:
        if isinstance(value, tuple) and value and all(isinstance(each, Line) for each in value):
            _check_wordings(source, path, value, possible)


def _check_wordings(
    source: Source[object], path: Path, lines: tuple[Line, ...], possible: dict[str, Draw]
) -> None:
    seen: set[str] = set()
    for index, line in enumerate(lines):
        if line.text in seen:
            source.note(
                "C095", (*path, index), "Cette réplique est écrite deux fois.", "changez l'une des deux"
            )
        seen.add(line.text)
    needed = path[-1] == "dit" or path[0] == "repliques"
    for name, draw in possible.items() if needed else ():
        if not any(settled(line.when, draw) for line in lines):
            message = f"Toutes ces formulations ont une condition : il peut n'y avoir rien à dire ({name})."
            source.note("C096", path, message, "ajoutez-en une sans « si »")
            break


def check_variety(source: Source[ScenarioFile]) -> None:
    """A hint for each reply of the script that has fewer than three wordings."""
    for path, value in source.work.built:
        lines = [each for each in value if isinstance(each, Line)] if isinstance(value, tuple) else []
        if 0 < len(lines) < _ENOUGH and path[0] != "entretien":
            message = f"{len(lines)} formulation(s) pour cette réplique."
            source.note("C097", path, message, "donnez-en trois, pour que deux répétitions diffèrent")


def check_questions(source: Source[ScenarioFile]) -> None:
    """Each information has enough examples, unlike those of the others."""
    from rapidfuzz.distance import Indel  # late: a list of packs needs none of it

    asked: list[tuple[str, str]] = []
    for path, information in source.work.each(Disclosure):
        if len(information.questions) < _ENOUGH:
            message = f"{len(information.questions)} question(s) pour « {information.id} »."
            source.note("C090", (*path, "questions"), message, "donnez-en au moins trois, bien différentes")
        for index, question in enumerate(information.questions):
            text = folded(question)
            for other, earlier in asked:
                if other != information.id and Indel.normalized_similarity(text, earlier) >= _SAME:
                    message = f"Cette question ressemble trop à une question de « {other} »."
                    source.note(
                        "C091", (*path, "questions", index), message, "distinguez les deux informations"
                    )
                    break
        asked += [(information.id, folded(question)) for question in information.questions]


def check_requests(source: Source[ScenarioFile]) -> None:
    """A character who asks for something says how much."""
    for path, issue in source.work.each(Issue):
        for index, line in enumerate(issue.asks):
            if issue.kind != "oui-non" and "{valeur}" not in line.text:
                _note_value(source, (*path, "demande", index))


def check_archetype(source: Source[Archetype]) -> None:
    """Enough wordings of each ordinary reply, and figures where they matter."""
    for path, value in source.work.built:
        if len(path) != 2 or path[0] != "repliques":
            continue
        lines = [line for line in value if isinstance(line, Line)] if isinstance(value, tuple) else []
        if len(lines) < _ENOUGH:
            message = f"{len(lines)} formulation(s) de « {path[1]} »."
            source.note("C093", path, message, "donnez-en au moins trois")
        for index, line in enumerate(lines):
            if path[1] in _NEEDS_VALUE and "{valeur}" not in line.text:
                _note_value(source, (*path, index))


def _note_value(source: Source[object], path: Path) -> None:
    source.note(
        "C094", path, "Cette réplique ne dit pas de combien il s'agit.", "écrivez {valeur} dans la phrase"
    )
