"""The script as a graph: what can be reached, what can never happen, what contradicts itself.

Jumps are static and conditions structured, so this is a proof, not a trial: what may happen is grown
from nothing, by rounds, until a round adds nothing. What is left out can never happen.
"""

from dataclasses import dataclass, field

from coach.content.checks.draws import ALWAYS
from coach.content.schema.scenario import ScenarioFile
from coach.content.sources import Source
from coach.simulation.scenario import Condition, Scenario

_FAVOURABLE = ("accord", "rendez-vous")


@dataclass(slots=True)
class _Possible:
    """What may happen in a play, as far as is known."""

    scenes: set[str] = field(default_factory=set)
    endings: set[str] = field(default_factory=set)
    disclosures: set[str] = field(default_factory=set)
    objections: set[str] = field(default_factory=set)
    flags: set[str] = field(default_factory=set)

    def size(self) -> int:
        """Grows whenever something more becomes possible."""
        groups = (self.scenes, self.endings, self.disclosures, self.objections, self.flags)
        return sum(len(group) for group in groups)


def check_conditions(source: Source[ScenarioFile]) -> None:
    """Conditions that contradict themselves, whatever the rest of the file is worth."""
    for path, condition in source.work.each(Condition):
        for reason in contradictions(condition):
            source.note("C064", path, f"Condition impossible : {reason}.", "corrigez l'une des deux")


def check_script(source: Source[ScenarioFile], scenario: Scenario) -> None:
    """What can never be reached, and where the play would be stuck."""
    possible = _possible(scenario)
    _check_reach(source, scenario, possible)
    _check_opening(source, scenario)
    _check_jumps(source, scenario)
    _check_ways_out(source, scenario)
    _check_kinds_of_endings(source, scenario)


def contradictions(condition: Condition) -> list[str]:
    """Why a condition can never hold, in itself."""
    c = condition
    reasons = [f"« {name} » à la fois connu et inconnu" for name in sorted(set(c.known) & set(c.unknown))]
    reasons += [
        f"la marque « {name} » à la fois posée et absente" for name in sorted(set(c.flags) & set(c.no_flags))
    ]
    reasons += [
        f"l'objection « {name} » à la fois ouverte et levée"
        for name in sorted(set(c.objections_open) & set(c.objections_lifted))
    ]
    if c.no_open_objection and c.objections_open:
        reasons.append("une objection ouverte et aucune objection ouverte")
    bounds = {
        "confiance": (c.trust_min, c.trust_max),
        "patience": (c.patience_min, c.patience_max),
        "intérêt": (c.interest_min, c.interest_max),
        "tour": (c.turns_min, c.turns_max),
    }
    for name, (low, high) in bounds.items():
        if low is not None and high is not None and low > high:
            reasons.append(f"{name} d'au moins {low} et d'au plus {high}")
    return reasons


def _possible(scenario: Scenario) -> _Possible:
    possible = _Possible(scenes={scenario.scenes[0].id})
    before = -1
    while possible.size() > before:
        before = possible.size()
        _grow(scenario, possible)
    return possible


def _grow(scenario: Scenario, possible: _Possible) -> None:
    """Adds what becomes possible from what already is."""

    def may(condition: Condition) -> bool:
        return _may_hold(condition, scenario, possible)

    reactions = list(scenario.reactions)
    for scene in scenario.scenes:
        if scene.id in possible.scenes:
            reactions += scene.reactions
            for jump in scene.jumps:
                if may(jump.when):
                    (possible.scenes if jump.scene else possible.endings).add(jump.scene or jump.ending)
    possible.flags.update(mark for reaction in reactions if may(reaction.when) for mark in reaction.marks)
    possible.disclosures.update(each.id for each in scenario.disclosures if may(each.when))
    possible.objections.update(each.id for each in scenario.objections if may(each.when))
    possible.endings.update(each.id for each in scenario.endings if each.when is not None and may(each.when))


def _may_hold(condition: Condition, scenario: Scenario, possible: _Possible) -> bool:
    c = condition
    raised = {*c.objections_raised, *c.objections_lifted, *c.objections_open}
    return (
        not contradictions(c)
        and possible.disclosures.issuperset(c.known)
        and possible.objections.issuperset(raised)
        and possible.flags.issuperset(c.flags)
        and all(_drawable(scenario, name).intersection(values) for name, values in c.parameters)
        and (not c.any_of or any(_may_hold(each, scenario, possible) for each in c.any_of))
        and ALWAYS not in c.none_of
    )


def _drawable(scenario: Scenario, name: str) -> set[float | str]:
    """Every value that a parameter may have in a draw."""
    values = {each.original for each in scenario.parameters if each.id == name}
    return values | {value for each in scenario.sets for key, value in each.changes if key == name}


def _check_reach(source: Source[ScenarioFile], scenario: Scenario, possible: _Possible) -> None:
    for index, scene in enumerate(scenario.scenes):
        if scene.id not in possible.scenes:
            message = f"Aucun chemin ne mène à la scène « {scene.id} »."
            source.note("C060", ("scenes", index), message, "ajoutez un saut vers elle dans « vers »")
    for index, objection in enumerate(scenario.objections):
        if objection.id not in possible.objections:
            message = f"L'objection « {objection.id} » ne peut jamais être soulevée."
            source.note("C063", ("objections", index, "quand"), message, "revoyez sa condition")
    for index, disclosure in enumerate(scenario.disclosures):
        if disclosure.id not in possible.disclosures:
            message = f"L'information « {disclosure.id} » ne peut jamais être révélée."
            source.note("C065", ("informations", index, "si"), message, "revoyez sa condition")
    for index, ending in enumerate(scenario.endings):
        if ending.id not in possible.endings and ending.kind in _FAVOURABLE:
            message = f"Rien ne mène à la fin « {ending.id} »."
            source.note(
                "C066", ("fins", index), message, "ajoutez un saut vers elle, ou une condition « quand »"
            )


def _check_opening(source: Source[ScenarioFile], scenario: Scenario) -> None:
    if not scenario.scenes[0].says and not scenario.student_opens:
        message = "La première scène ne dit rien."
        source.note("C068", ("scenes", 0), message, "ajoutez « dit », ou « etudiant_ouvre: oui »")


def _check_jumps(source: Source[ScenarioFile], scenario: Scenario) -> None:
    for position, scene in enumerate(scenario.scenes):
        for index, jump in enumerate(scene.jumps[:-1]):
            if jump.when == ALWAYS:
                path = ("scenes", position, "vers", index)
                message = "Ce saut sans condition cache ceux qui le suivent."
                source.note("C062", path, message, "donnez-lui une condition, ou placez-le en dernier")
                break


def _check_ways_out(source: Source[ScenarioFile], scenario: Scenario) -> None:
    """Scenes from which no path of jumps ends the play; a general ending frees them all."""
    if any(each.when is not None and each.kind != "rupture" for each in scenario.endings):
        return
    free: set[str] = set()
    growing = True
    while growing:
        more = {s.id for s in scenario.scenes if any(jump.ending or jump.scene in free for jump in s.jumps)}
        growing = more != free
        free = more
    for index, scene in enumerate(scenario.scenes):
        if scene.id not in free:
            message = f"De la scène « {scene.id} », aucun chemin ne mène à une fin."
            source.note("C061", ("scenes", index), message, "ajoutez un saut « fin: … » ici ou plus loin")


def _check_kinds_of_endings(source: Source[ScenarioFile], scenario: Scenario) -> None:
    kinds = {ending.kind for ending in scenario.endings}
    missing = [] if kinds.intersection(_FAVOURABLE) else ["accord ou rendez-vous"]
    missing += [kind for kind in ("sans-suite", "rupture") if kind not in kinds]
    for kind in missing:
        source.note("C067", ("fins",), f"Aucune fin de type {kind}.", "ajoutez-en une")
