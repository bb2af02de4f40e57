"""Students of known skill who speak French. They know their sheet and hear the replies, nothing else.

What they hear of a turn is its audible events: a demand, an objection, an agreement, an answer. They never
see the mood, nor the limits of the other side.
"""

import random
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import TypeAlias

from coach.simulation.bargaining import Stakes
from coach.simulation.scenario import Scenario, Subject
from coach.simulation.transcript import Turn
from tests.simulation.players_speech import DATES, WELCOMES, Speech

Lines: TypeAlias = Generator[str, Turn, None]
Hearing: TypeAlias = Generator[str, Turn, Turn]


@dataclass(frozen=True)
class Part:
    """A student ready to play: what he says to the character, then to the commission."""

    name: str
    lines: Lines
    answer: Callable[[str], str]


Player: TypeAlias = Callable[[Scenario, Subject, int], Part]


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


# Skills ----------------------------------------------------------------------------------------


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
    main = max(items.values(), key=lambda item: (item.kind != "oui-non", item.weight, item.student_weight)).id
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


# Players ---------------------------------------------------------------------------------------


def _expert(mind: Mind) -> Lines:
    yield from mind.say(mind.speech.greeting())
    yield from discover(mind, most=6)
    yield from propose(mind)
    yield from trade(mind, (0.0, 0.2, 0.35, 0.5, 0.6, 0.65, 0.7, 0.8, 0.9, 1.0))
    yield from settle(mind)


def _firm(mind: Mind) -> Lines:
    """Argues, holds, then trades; listens little."""
    yield from mind.say(mind.speech.greeting())
    yield from discover(mind, openly=False, most=2)
    yield from propose(mind, well=False)
    for text in (mind.speech.defence(), mind.speech.proof()):
        yield from mind.say(text)
    yield from treat_objections(mind, well=False)
    yield from trade(mind, (0.0, 0.25, 0.5, 0.75))
    yield from settle(mind, well=False)


def _naive(mind: Mind) -> Lines:
    """Recites, gives everything at once, takes whatever is asked."""
    yield from mind.say("Bonjour, je viens vous présenter notre offre.")
    yield from mind.say(mind.speech.pitch())
    yield from mind.say(mind.speech.price())
    for share in (0.6, 1.0):
        for issue in mind.scenario.issues:
            item = mind.speech.stakes()[issue.id]
            yield from mind.say(f"Bon, {mind.speech.give(issue, kept(item, share))}.")
    yield from treat_objections(mind, well=False, most=4)
    yield from settle(mind, careful=False, well=False)


def _appointment(mind: Mind) -> Lines:
    """Correct, does not dare to close: comes back another day."""
    yield from mind.say(mind.speech.greeting())
    yield from discover(mind, most=2)
    yield from propose(mind)
    yield from mind.say(mind.speech.proof())
    for reaction in mind.scenario.reactions:
        if reaction.marks and reaction.examples:
            yield from mind.say(mind.speech.pick(reaction.examples))
    for _ in range(2):
        if mind.ear.sealed:
            break
        yield from mind.say(mind.speech.pick(DATES))
        yield from treat_objections(mind, most=4)
    yield from mind.say(mind.speech.goodbye())


def _rude(mind: Mind) -> Lines:
    for text in (
        "Bon, vous allez m'écouter deux minutes ou pas ?",
        "Vous êtes vraiment pénible, vous n'y connaissez rien.",
        "Signez, sinon vous allez le regretter, espèce d'idiot.",
        "C'est n'importe quoi, vous me faites perdre mon temps.",
        "Fermez-la et signez.",
        "Vous êtes nul, c'est incroyable.",
    ):
        yield from mind.say(text)
    yield from settle(mind, well=False)


def _mute(mind: Mind) -> Lines:
    while True:
        yield ""


def _refuser(mind: Mind) -> Lines:
    """« Non », in other words each time."""
    yield from mind.say("Bonjour, voici notre offre.")
    yield from mind.say(mind.speech.pitch())
    yield from mind.say(mind.speech.price())
    for number in range(50):
        yield from mind.say(
            ("Non.", "Non, je ne peux pas.", "C'est non.", "Impossible.", "Je refuse.", "Non, vraiment pas.")[
                number % 6
            ]
            + ("" if number < 6 else f" Je vous l'ai dit {number} fois.")
        )


def _flatterer(mind: Mind) -> Lines:
    """Compliments instead of arguments, then asks for everything."""
    for text in (
        "Bonjour ! Quel plaisir de vous voir, vous avez un bureau magnifique.",
        "On m'a dit tellement de bien de vous, vous êtes une personne formidable.",
        "Je suis admiratif de tout ce que vous avez construit ici.",
        "Vous avez un goût remarquable, vraiment.",
        "Je comprends tout à fait, vous avez mille fois raison.",
    ):
        yield from mind.say(text)
    yield from mind.say(mind.speech.price())
    for issue in mind.scenario.issues:
        value = mind.speech.stakes()[issue.id].student_opening
        yield from mind.say(
            f"Faites-le par amitié : signez {mind.speech.ask(issue, value).removeprefix('si ')}."
        )
    yield from settle(mind, well=False)


def _threatener(mind: Mind) -> Lines:
    """Polite words, false deadlines: everything must be signed tonight."""
    yield from mind.say("Bonjour, j'ai une offre pour vous.")
    yield from mind.say(mind.speech.price())
    for text in (
        "C'est maintenant ou jamais, ce soir l'offre n'existe plus.",
        "Si vous ne signez pas aujourd'hui, je donne votre place à un autre.",
        "Vous n'avez pas le choix, il faut signer tout de suite.",
        "C'est mon dernier mot, à prendre ou à laisser.",
    ):
        yield from mind.say(text)
    yield from settle(mind, well=False)


def _stuffer(mind: Mind) -> Lines:
    """Everything at once, at every turn."""
    speech = mind.speech
    for _ in range(14):
        parts = [
            "Bonjour, je comprends, qu'est-ce qui vous inquiète ?",
            speech.pick(mind.scenario.disclosures[0].questions) if mind.scenario.disclosures else "",
            speech.answer(speech.rng.choice(mind.scenario.objections)) if mind.scenario.objections else "",
            speech.proof(),
            speech.defence(),
        ]
        speech.rng.shuffle(parts)
        yield from mind.say(" ".join(parts))
    yield from settle(mind)


def _repeater(mind: Mind) -> Lines:
    """One good sentence, for ever."""
    while True:
        yield mind.speech.proof()


def _holder(mind: Mind) -> Lines:
    """Asks for his opening on every point and argues again and again: the firmness without the listening."""
    yield from mind.say("Bonjour, voici notre offre.")
    yield from mind.say(mind.speech.price())
    items = mind.speech.stakes()
    for _ in range(9):
        for issue in mind.scenario.issues[:1]:
            demand = mind.ear.demands.get(issue.id, items[issue.id].student_opening)
            yield from mind.say(mind.speech.refusal(issue, demand))
        yield from mind.say(mind.speech.summary(mind.ear.agreed, dated=False))
        if mind.ear.sealed:
            break
    yield from mind.say(mind.speech.goodbye())


def _copier(mind: Mind) -> Lines:
    """Reads his sheet and his documents aloud."""
    sheet = (*mind.scenario.fiche_sujet.informations, *mind.scenario.fiche_sujet.objectifs)
    for text in sheet:
        yield from mind.say(mind.speech.fill(text))
    yield from settle(mind, well=False)


def _anybody(mind: Mind) -> Lines:
    """Sentences of every kind in no order, for as long as it lasts."""
    texts = utterances(mind.speech)
    while True:
        yield mind.speech.rng.choice(texts)


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


# The commission --------------------------------------------------------------------------------


def _good_answer(scenario: Scenario) -> Callable[[str], str]:
    def answer(question: str) -> str:
        for item in scenario.interview:
            if any(line.text[:25] in question for line in item.says) and item.expected:
                return (
                    f"{item.expected[0]} Je l'ai compris en voyant sa réaction, "
                    "et j'en tiendrai compte la prochaine fois."
                )
        return (
            "J'ai choisi d'écouter avant de proposer parce que je ne connaissais pas encore ses priorités ; "
            "j'aurais dû reformuler davantage, et demander une contrepartie plus tôt."
        )

    return answer


def _short_answer(question: str) -> str:
    return "Je ne sais pas trop."


def _cast(name: str, script: Callable[[Mind], Lines], *, reflexive: bool) -> Player:
    def player(scenario: Scenario, subject: Subject, seed: int) -> Part:
        mind = Mind(Speech(scenario, subject, random.Random(f"{name}:{seed}")))
        return Part(name, script(mind), _good_answer(scenario) if reflexive else _short_answer)

    return player


PLAYERS: dict[str, Player] = {
    "expert": _cast("expert", _expert, reflexive=True),
    "ferme": _cast("ferme", _firm, reflexive=True),
    "rendez-vous": _cast("rendez-vous", _appointment, reflexive=True),
    "naif": _cast("naif", _naive, reflexive=False),
    "grossier": _cast("grossier", _rude, reflexive=False),
    "muet": _cast("muet", _mute, reflexive=False),
    "non": _cast("non", _refuser, reflexive=False),
    "flatteur": _cast("flatteur", _flatterer, reflexive=False),
    "menacant": _cast("menacant", _threatener, reflexive=False),
    "bourreur": _cast("bourreur", _stuffer, reflexive=False),
    "perroquet": _cast("perroquet", _repeater, reflexive=False),
    "tetu": _cast("tetu", _holder, reflexive=False),
    "recopieur": _cast("recopieur", _copier, reflexive=False),
    "hasard": _cast("hasard", _anybody, reflexive=False),
}
EXPLOITS = ("non", "flatteur", "menacant", "bourreur", "perroquet", "tetu", "recopieur", "grossier", "muet")
