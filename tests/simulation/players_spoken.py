"""Students of known skill who speak French. They know their sheet and hear the replies, nothing else."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from coach.simulation.scenario import Scenario, Subject
from tests.simulation.players_skills import (
    Lines,
    Mind,
    discover,
    kept,
    propose,
    settle,
    trade,
    treat_objections,
    utterances,
)
from tests.simulation.players_speech import DATES, Speech


@dataclass(frozen=True)
class Part:
    """A student ready to play: what he says to the character, then to the commission."""

    name: str
    lines: Lines
    answer: Callable[[str], str]


Player: TypeAlias = Callable[[Scenario, Subject, int], Part]


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
