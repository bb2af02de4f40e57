"""How students talk: what they remember of what they hear, and the skills that they have or lack.

What they hear of a turn is its audible events: a demand, an objection, an agreement, an answer. They never
see the mood, nor the interests of the other side.
"""

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import TypeAlias

from coach.simulation.bargaining import Stakes
from coach.simulation.scenario import Scenario
from coach.simulation.transcript import Turn
from tests.simulation.players_speech import DATES, WELCOMES, Speech

Lines: TypeAlias = Generator[str, Turn, None]
Hearing: TypeAlias = Generator[str, Turn, Turn]


@dataclass
class Ear:
    """What a student remembers of what he heard."""

    open: list[str] = field(default_factory=list)
    """Objections raised and not lifted, the latest last."""
    demands: dict[str, float] = field(default_factory=dict)
    agreed: dict[str, float] = field(default_factory=dict)
    known: list[str] = field(default_factory=list)
    sealed: bool = False

    def hear(self, turn: Turn) -> Turn:
        """Takes in the audible events of a turn."""
        for event in turn.events:
            if event.kind in ("objection_soulevee", "objection_eludee"):
                self.open = [name for name in self.open if name != event.subject] + [event.subject]
            elif event.kind == "objection_levee":
                self.open = [name for name in self.open if name != event.subject]
            elif event.kind == "offre_personnage" and event.value is not None:
                self.demands[event.subject] = event.value
            elif event.kind == "point_accorde" and event.value is not None:
                self.agreed[event.subject] = event.value
            elif event.kind == "information_revelee":
                self.known.append(event.subject)
        self.sealed = self.sealed or any(reply.source.startswith("fin:") for reply in turn.replies)
        return turn


@dataclass
class Mind:
    """A student in play."""

    speech: Speech
    ear: Ear = field(default_factory=Ear)
    said: set[str] = field(default_factory=set)

    def say(self, text: str) -> Hearing:
        """Says something and hears the reply. He does not say the very same words twice."""
        text = f"Comme je vous le disais, {text[:1].lower()}{text[1:]}" if text in self.said else text
        self.said.add(text)
        turn = yield text
        return self.ear.hear(turn)

    @property
    def scenario(self) -> Scenario:
        """What is played."""
        return self.speech.scenario

    def new_reason(self) -> str:
        """A reason that he has not given yet, if there is one left."""
        reasons = self.speech.reasons()
        left = [text for text in reasons if not any(text.rstrip(".") in said for said in self.said)]
        return left[0] if left else ""


def discover(mind: Mind, *, openly: bool = True, most: int = 4) -> Lines:
    """Questions on what matters, then a reformulation of what was learned."""
    wanted = [item for item in mind.scenario.disclosures if item.essential or item.motive][:most]
    for item in wanted:
        question = mind.speech.open_question(item) if openly else mind.speech.closed_question(item)
        yield from mind.say(question)
        if openly and item.id not in mind.ear.known and item.essential:
            yield from mind.say(mind.speech.open_question(item))
    told = [item for item in wanted if item.id in mind.ear.known and item.paraphrases]
    if told and openly:
        yield from mind.say(mind.speech.reformulation(mind.speech.rng.choice(told)))


def treat_objections(mind: Mind, *, well: bool = True, most: int = 8) -> Lines:
    """Welcome, dig, answer, check; or only an answer."""
    tried: dict[str, int] = {}
    for _ in range(most):
        if not mind.ear.open or mind.ear.sealed:
            return
        name = mind.ear.open[-1]
        objection = mind.scenario.objection(name)
        tried[name] = tried.get(name, 0) + 1
        if tried[name] > 3:
            return
        if well and tried[name] == 1:
            yield from mind.say(mind.speech.pick(WELCOMES))
        if mind.ear.open and mind.ear.open[-1] == name:
            yield from mind.say(mind.speech.answer(objection, checked=well))


def propose(mind: Mind, *, well: bool = True) -> Lines:
    """A solution, a proof, a price, and what they raise."""
    yield from mind.say(mind.speech.pitch())
    yield from treat_objections(mind, well=well)
    if well:
        yield from mind.say(mind.speech.proof())
        yield from treat_objections(mind, well=well)
    yield from mind.say(mind.speech.price())
    yield from treat_objections(mind, well=well)


def kept(item: Stakes, share: float) -> float:
    """A value at a share of the way from the student's opening to his limit, in round numbers."""
    if item.kind == "oui-non":
        return item.student_opening if share < 0.7 else item.student_limit
    value = item.between(item.student_opening, item.student_limit, share)
    if item.kind == "montant":
        size = 50.0 if abs(item.student_opening) > 500 else 0.5
        return round(value / size) * size
    return float(round(value / 6) * 6) if item.kind == "duree" else float(round(value))


def trade(mind: Mind, shares: tuple[float, ...]) -> Lines:
    """Point against point, in small steps, arguing in between; never beyond the mandate."""
    items = mind.speech.stakes()
    main = max(items.values(), key=lambda item: (item.kind != "oui-non", item.student_weight)).id
    asked = [issue.id for issue in mind.scenario.issues if issue.id != main and issue.kind != "oui-non"]
    for number, share in enumerate(shares):
        if mind.ear.sealed or all(name in mind.ear.agreed for name in (main, *asked)):
            break
        if number % 2 and mind.ear.demands:
            name = main if main in mind.ear.demands else next(iter(mind.ear.demands))
            issue, reason = mind.scenario.issue(name), mind.new_reason()
            if reason:
                yield from mind.say(mind.speech.refusal(issue, mind.ear.demands[name], reason))
        yield from mind.say(
            mind.speech.package(
                {main: _next(mind, items[main], share)},
                {name: _next(mind, items[name], max(0.0, share - 0.15)) for name in asked},
            )
        )
        yield from treat_objections(mind, most=4)


def _next(mind: Mind, item: Stakes, share: float) -> float:
    """The next step down the ladder, or what the character asks for when it is no worse."""
    step, demand = kept(item, share), mind.ear.demands.get(item.id)
    better = demand is not None and item.student_utility(demand) >= item.student_utility(step)
    return demand if better and demand is not None else step


def settle(mind: Mind, *, careful: bool = True, well: bool = True) -> Lines:
    """Asks for the decision; takes what stands in the way, within the mandate; then leaves."""
    items = mind.speech.stakes()
    dated = well or mind.speech.rng.random() < 0.5
    for _ in range(4):
        if mind.ear.sealed:
            break
        yield from mind.say(mind.speech.summary(mind.ear.agreed, dated=dated))
        if mind.ear.sealed:
            break
        yield from treat_objections(mind, well=well, most=4)
        for name, value in list(mind.ear.demands.items()):
            within = not items[name].beyond_mandate(value)
            if name not in mind.ear.agreed and (within or not careful):
                yield from mind.say(mind.speech.accept(mind.scenario.issue(name), value))
    yield from mind.say(mind.speech.goodbye())
    yield from mind.say("Au revoir.")


def utterances(speech: Speech) -> list[str]:
    """Everything that any of these students may say, and noise."""
    scenario, items = speech.scenario, speech.stakes()
    texts = [
        "",
        "?",
        "oui",
        "non",
        "d'accord",
        "hmm",
        "zzz kkk",
        "Quel temps fait-il à Tokyo ?",
        "t'es sérieux là ?",
    ]
    texts += [*DATES, *WELCOMES, speech.greeting(), speech.pitch(), speech.price(), speech.goodbye()]
    texts += [speech.fill(w.text) for w in scenario.wordings]
    texts += [speech.fill(text) for item in scenario.disclosures for text in item.questions[:4]]
    texts += [speech.reformulation(item) for item in scenario.disclosures if item.paraphrases]
    texts += [speech.answer(item) for item in scenario.objections for _ in range(2)]
    texts += [speech.fill(text) for item in scenario.reactions for text in item.examples[:2]]
    for issue in scenario.issues:
        for share in (0.0, 0.3, 0.6, 1.0, 1.4):
            value = max(0.0, kept(items[issue.id], share))
            texts += [
                f"Bon, {speech.give(issue, value)}.",
                speech.accept(issue, value),
                speech.refusal(issue, value),
            ]
            texts += [
                speech.package({issue.id: value}, {other: kept(items[other], 0.3)})
                for other in items
                if other != issue.id
            ]
    texts += [
        "Je retire mon offre.",
        "Finalement je ne peux plus rien vous accorder.",
        "Est-ce qu'on signe ?",
        "Alors, vous validez ?",
    ]
    return texts
