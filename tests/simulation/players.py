"""Players of known skill for any scenario. They see what a student sees: the replies, and what they imply."""

import random
from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from typing import TypeAlias

from coach.language.reading import Match, QuestionForm, Reading
from coach.simulation import bargaining, engine
from coach.simulation.events import Event
from coach.simulation.mood import DEFAULT_EFFECTS
from coach.simulation.play import Step
from coach.simulation.scenario import Scenario, Subject
from coach.simulation.state import State
from coach.simulation.transcript import Transcript, Turn
from tests.simulation.fixtures import offer, read

ALL_ACTS = (*DEFAULT_EFFECTS, "conceder", "proposer_conclusion", "annoncer_prix", "hors_sujet")
FAULTS = ("agresser", "forcer", "etre_familier", "denigrer_concurrent", "hors_sujet")
Moves: TypeAlias = Generator[Reading, Step, None]
Player: TypeAlias = Callable[[Scenario, Subject], Moves]


@dataclass
class Game:
    """A finished play."""

    transcript: Transcript
    state: State
    steps: list[Step]

    @property
    def events(self) -> list[Event]:
        """Every event, in order."""
        return [event for step in self.steps for event in step.events]

    def count(self, kind: str) -> int:
        """How many events of a kind."""
        return sum(event.kind == kind for event in self.events)


def play(scenario: Scenario, subject: Subject, moves: Moves, limit: int = 80) -> Game:
    """Plays until the end, or until the player has nothing left to say; then he leaves."""
    step = engine.start(scenario, subject, "entrainement")
    steps, turns = [step], [_turn(0, step, read(""))]
    try:
        reading = next(moves)
        while not step.state.ending and len(steps) < limit:
            step = engine.advance(scenario, subject, step.state, reading)
            steps.append(step)
            turns.append(_turn(len(turns), step, reading))
            reading = moves.send(step)
    except StopIteration:
        pass
    if not step.state.ending:
        step = engine.close(scenario, subject, step.state, "depart")
        steps.append(step)
        turns.append(_turn(len(turns), step, read("")))
    transcript = Transcript(
        scenario.id,
        scenario.pack,
        "",
        subject,
        "entrainement",
        "e4",
        "",
        "0",
        turns=tuple(turns),
        ending=step.state.ending,
    )
    return Game(transcript, step.state, steps)


def _turn(number: int, step: Step, reading: Reading) -> Turn:
    return Turn(
        number,
        "simulation",
        step.state.scene,
        reading.text,
        reading,
        step.replies,
        step.events,
        step.state.mood_triple(),
    )


# Skills ----------------------------------------------------------------------------------------


def greet() -> Moves:
    """A correct beginning."""
    yield read(
        "Bonjour, Léa Martin, je viens vous parler de votre projet",
        "saluer",
        "se_presenter",
        "annoncer_objet",
    )


def discover(scenario: Scenario, how: str = "question_ouverte") -> Moves:
    """A question on each important information, and one reformulation of what was told."""
    form: QuestionForm = "ouverte" if how == "question_ouverte" else "fermee"
    told = ""
    for number, disclosure in enumerate(scenario.disclosures):
        if disclosure.essential:
            step = yield read(f"Parlez-moi de ceci, point {number}", how, info=disclosure.id, question=form)
            told = disclosure.id if disclosure.id in step.state.known else told
    if told and how == "question_ouverte":
        yield read(
            "Si je comprends bien, c'est cela", "reformuler", "valider_comprehension", reformulation=told
        )


def handle_objections(scenario: Scenario, step: Step, *, well: bool) -> Generator[Reading, Step, Step]:
    """Answers what the character objects: welcomed and dug, then answered and checked; or just answered."""
    for _ in range(4):
        lives = step.state.open_objections()
        if not lives or step.state.ending:
            return step
        name, turn = lives[-1].id, step.state.turn
        acts = scenario.objection(name).lifted_by[:1] or ("argumenter",)
        if well:
            step = yield read(
                f"Je comprends, qu'est-ce qui vous inquiète {name} {turn}",
                "accueillir_objection",
                "relancer",
                question="ouverte",
            )
            acts = (*acts, "controler_objection")
        step = yield read(f"Voici ma réponse à cela {name} {turn}", *acts, answer=name)
    return step


def pitch(scenario: Scenario, *, well: bool = True) -> Moves:
    """A solution, a price, and the objections that they raise."""
    step = yield read("Voici ce que je vous propose aujourd'hui", "proposer_solution", "justifier_choix")
    step = yield from handle_objections(scenario, step, well=well)
    step = yield read("Le montant est celui du devis ci-joint", "annoncer_prix")
    yield from handle_objections(scenario, step, well=well)


def argue(number: int = 0) -> Reading:
    """A value defended."""
    return read(f"Cela vaut son prix, pour cette raison-ci {number}", "defendre_valeur", "apporter_preuve")


def close(scenario: Scenario, subject: Subject, *, careful: bool = True) -> Moves:
    """Agreement asked for, again if need be, then leave. `careful`: never beyond the mandate."""
    for number in range(3):
        step = yield read(f"Sommes-nous d'accord pour signer {number}", "proposer_conclusion")
        step = yield from handle_objections(scenario, step, well=True)
        if step.state.sealed or step.state.ending:
            break
        yield from _take_demands(step, bargaining.all_stakes(scenario, subject), careful)
    yield read("Je récapitule ce que nous avons décidé", "recapituler")
    yield read("Merci beaucoup, au revoir", "remercier", "prendre_conge")


def _take_demands(step: Step, items: dict[str, bargaining.Stakes], careful: bool) -> Moves:
    """Accepts what the character still asks for, if it is the last obstacle."""
    for event in step.events:
        if event.kind != "offre_personnage" or event.value is None:
            continue
        if not (careful and items[event.subject].beyond_mandate(event.value)):
            yield read(
                f"D'accord pour {event.subject} à {event.value}", offers=(offer("accepter", event.subject),)
            )


# Players ---------------------------------------------------------------------------------------


def expert(scenario: Scenario, subject: Subject) -> Moves:
    """Discovers, treats objections in four steps, argues, trades points against one another."""
    yield from greet()
    yield from discover(scenario)
    yield from pitch(scenario)
    yield from _trade(scenario, subject)
    yield from close(scenario, subject)


def _trade(scenario: Scenario, subject: Subject) -> Moves:
    every = bargaining.all_stakes(scenario, subject)
    items = {issue.id: every[issue.id] for issue in scenario.issues if issue.required}
    if not items:
        return
    gift = max(
        items,
        key=lambda name: (items[name].kind != "oui-non", items[name].weight / items[name].student_weight),
    )
    for number in range(8):
        share = 0.35 + 0.08 * number
        package = {name: _rounded(item, share) for name, item in items.items()}
        offers = tuple(
            offer("donner" if name == gift else "demander", name, value, conditional=name == gift)
            for name, value in package.items()
        )
        step = yield read(
            f"Si vous acceptez ceci, voici mon offre {number}", "demander_contrepartie", offers=offers
        )
        if step.state.ending or all(step.state.row(name).agreed is not None for name in items):
            break
        if number % 4 == 0:
            yield argue(number)
    for name in (name for name in every if name not in items):
        refusal = (offer("refuser", name),)
        for number in range(2):
            yield replace(
                argue(50 + number), offers=refusal, text=f"Je ne peux pas vous donner {name} {number}"
            )


def _rounded(item: bargaining.Stakes, share: float) -> float:
    if item.kind == "oui-non":
        return item.student_opening if share < 0.8 else item.student_limit
    value = item.between(item.student_opening, item.student_limit, share)
    return round(value, 1) if item.kind == "montant" else float(round(value))


def firm(scenario: Scenario, subject: Subject) -> Moves:
    """Discovers a little, argues before each concession, asks nothing in return."""
    yield from greet()
    yield from discover(scenario)
    yield from pitch(scenario)
    for name, item in bargaining.all_stakes(scenario, subject).items():
        for number in range(4):
            value = item.between(item.student_opening, item.student_limit, 0.2 + number * 0.25)
            value = round(value) if item.kind != "montant" else round(value, 1)
            step = yield replace(
                argue(number), offers=(offer("donner", name, value),), text=f"Voici {value} {name}"
            )
            if step.state.ending or step.state.row(name).agreed is not None:
                break
    yield from close(scenario, subject)


def naive(scenario: Scenario, subject: Subject) -> Moves:
    """Asks little, gives the price, then everything that he may."""
    yield read("Bonjour, je viens vous vendre quelque chose", "saluer")
    yield from discover(scenario, "question_fermee")
    yield from pitch(scenario, well=False)
    for name, item in bargaining.all_stakes(scenario, subject).items():
        for share in (0.5, 1.0):
            value = item.between(item.student_opening, item.student_limit, share)
            yield read(
                f"Je vous accorde {value} pour {name}", "conceder", offers=(offer("donner", name, value),)
            )
        yield read(f"D'accord, comme vous voulez pour {name}", "conceder", offers=(offer("accepter", name),))
    yield from close(scenario, subject, careful=False)


def rude(scenario: Scenario, subject: Subject) -> Moves:
    """Threatens and insults, then asks for everything."""
    offers = tuple(
        offer("demander", name, item.student_opening)
        for name, item in bargaining.all_stakes(scenario, subject).items()
    )
    for number in range(12):
        yield read(f"Signez ou vous le regretterez, numéro {number}", "agresser", "forcer", offers=offers)


def mute(scenario: Scenario, subject: Subject) -> Moves:
    """Says nothing."""
    while True:
        yield read("", in_scope=False)


def refuser(scenario: Scenario, subject: Subject) -> Moves:
    """« Non », in other words each time."""
    yield from pitch(scenario)
    names = [issue.id for issue in scenario.issues] or [""]
    for number in range(40):
        name = names[number % len(names)]
        yield read(
            f"Non, je ne peux pas, numéro {number}", "refuser_concession", offers=(offer("refuser", name),)
        )


def flatterer(scenario: Scenario, subject: Subject) -> Moves:
    """Compliments instead of arguments, then asks for everything."""
    for number in range(6):
        yield read(f"Votre maison est admirable {number}", "creer_lien", "manifester_empathie")
    yield from pitch(scenario, well=False)
    for name, item in bargaining.all_stakes(scenario, subject).items():
        yield read(f"Faites-le par amitié, {name}", offers=(offer("demander", name, item.student_opening),))
    yield from close(scenario, subject)


def stuffer(scenario: Scenario, subject: Subject) -> Moves:
    """Every act and every match in every utterance."""
    good = [act for act in ALL_ACTS if act not in FAULTS]
    first = scenario.disclosures[0].id if scenario.disclosures else ""
    objection = scenario.objections[0].id if scenario.objections else ""
    for number in range(30):
        yield read(
            f"Bonjour question preuve valeur merci accord {number}", *good, info=first, answer=objection
        )


PLAYERS: dict[str, Player] = {
    "expert": expert,
    "firm": firm,
    "naive": naive,
    "rude": rude,
    "mute": mute,
    "refuser": refuser,
    "flatterer": flatterer,
    "stuffer": stuffer,
}


# Chance ----------------------------------------------------------------------------------------


def anybody(seed: int, scenario: Scenario) -> Moves:
    """Random readings without end; odd seeds never insult nor leave the subject, so that they last."""
    rng = random.Random(seed)
    while True:
        reading = _anything(rng, scenario)
        if seed % 2:
            calm = tuple(found for found in reading.acts if found.act not in FAULTS)
            reading = replace(reading, acts=calm, in_scope=True, register="vous")
        yield reading


def _anything(rng: random.Random, scenario: Scenario) -> Reading:
    length = rng.choice((0, 1, 3, 8, 20, 140))
    text = " ".join(rng.choice(("alpha", "béta", "non", "oui", "euros", "?", "xx")) for _ in range(length))
    acts = rng.sample(ALL_ACTS, rng.choice((0, 0, 1, 1, 2, 3)))
    targets = {
        "information": [item.id for item in scenario.disclosures],
        "reformulation": [item.id for item in scenario.disclosures],
        "reponse_objection": [item.id for item in scenario.objections],
        "reaction": [item.id for item in scenario.reactions],
    }
    matches = tuple(
        Match(kind, rng.choice(names), rng.random(), 0, max(1, len(text)))
        for kind, names in targets.items()
        if names and rng.random() < 0.3
    )
    moves = ("donner", "demander", "refuser", "accepter", "retirer")
    values = (None, 0.0, 1.0, 3.5, 8.0, 12.0, 24.0, 36.0, 99.0, 2900.0, 1e12, float("nan"), -4.0)
    offers = tuple(
        offer(
            rng.choice(moves),
            rng.choice([*(issue.id for issue in scenario.issues), ""]),
            rng.choice(values),
            conditional=rng.random() < 0.3,
            final=rng.random() < 0.1,
        )
        for _ in range(rng.choice((0, 0, 1, 1, 2, 4)))
    )
    reading = read(text, *acts, offers=offers)
    return replace(
        reading,
        matches=matches,
        question=rng.choice(("aucune", "aucune", "ouverte", "fermee")),
        register=rng.choice(("vous", "vous", "neutre", "tu")),
        in_scope=rng.random() < 0.9,
    )
