"""What a student says, in French, made from what he may read of any scenario and from plain phrases.

He knows his sheet, the documents and his mandate; the wordings of questions, answers and arguments come
from the examples that the author wrote for students.
"""

import random
import re
from dataclasses import dataclass

from coach.simulation import bargaining
from coach.simulation.bargaining import Stakes
from coach.simulation.draw import fill, format_value
from coach.simulation.french import enumerate_french, lower_first, with_article
from coach.simulation.scenario import Disclosure, Issue, Objection, Scenario, Subject

CONSENT = (
    "Est-ce que cela répond à votre question ?",
    "Cela vous rassure-t-il ?",
    "Êtes-vous rassuré sur ce point ?",
)
WELCOMES = (
    "Je comprends votre réserve. Qu'est-ce qui vous inquiète exactement ?",
    "Vous avez raison de poser la question. Qu'est-ce qui vous fait dire cela ?",
    "Je comprends, c'est une vraie question. Pouvez-vous m'en dire plus ?",
    "C'est un point important, je vous comprends. Qu'est-ce que vous craignez au juste ?",
)
ASKED = (
    "Est-ce que vous validez ?",
    "Nous sommes d'accord, on signe ?",
    "Est-ce que cela vous convient pour signer ?",
)
DATES = (
    "Je vous propose de nous revoir mardi 1er décembre à 10 heures. Cela vous convient ?",
    "On peut se revoir le mardi 1er décembre à 14 heures, si vous voulez bien.",
    "Je vous rappelle jeudi 3 décembre à 14 heures pour en parler, c'est noté ?",
)
_OPEN = re.compile(
    r"^(?:qu|comment|pourquoi|quel|à quoi|racontez|parlez|décrivez|combien|où|quand)", re.IGNORECASE
)


@dataclass(frozen=True)
class Speech:
    """The phrases of one student for one draw of a scenario."""

    scenario: Scenario
    subject: Subject
    rng: random.Random

    def pick(self, texts: tuple[str, ...] | list[str]) -> str:
        """One of these, filled."""
        return self.fill(self.rng.choice(list(texts)))

    def fill(self, text: str) -> str:
        """A text of the scenario, filled with this draw."""
        return fill(text, self.scenario, self.subject)

    # Discovering -------------------------------------------------------------------------------

    def greeting(self) -> str:
        """A correct beginning: polite words, name, company, aim, time."""
        own = [w.text for w in self.scenario.wordings if "annoncer_objet" in w.acts]
        aim = self.fill(own[0]) if own else "Je viens vous parler de votre projet. Cela vous convient ?"
        polite = f"Bonjour {self.scenario.character.title} {self.scenario.character.name.split()[-1]}, "
        return (
            aim
            if aim.startswith("Bonjour")
            else f"{polite}Camille Morel, de {self.scenario.student_company}. {aim}"
        )

    def open_question(self, disclosure: Disclosure) -> str:
        """An open question on an information."""
        wide = [text for text in disclosure.questions if _OPEN.match(text)]
        return self.pick(wide or list(disclosure.questions))

    def closed_question(self, disclosure: Disclosure) -> str:
        """A closed question, if the author wrote one."""
        narrow = [text for text in disclosure.questions if not _OPEN.match(text)]
        return self.pick(narrow or list(disclosure.questions))

    def reformulation(self, disclosure: Disclosure) -> str:
        """What was understood, checked."""
        text = self.pick(disclosure.paraphrases).rstrip(".")
        return f"Si je comprends bien, {lower_first(text)}. C'est bien cela ?"

    # Arguing -----------------------------------------------------------------------------------

    def wording(self, *acts: str) -> str:
        """What the author would have said for one of these acts, without its figures of negotiation."""
        found = [w.text for w in self.scenario.wordings if set(acts) & set(w.acts)]
        return self.pick(found) if found else ""

    def pitch(self) -> str:
        """The solution."""
        return self.wording("proposer_solution", "proposer_plan_action") or "Voici ce que je vous propose."

    def price(self) -> str:
        """The price announced, from the dossier."""
        for figure in self.scenario.figures:
            if figure.unit == "€" and re.search(r"prix|loyer|budget|tarif|coût", figure.label, re.IGNORECASE):
                value = format_value(self.subject.number(figure.value), figure.unit)
                return f"{with_article(figure.label).capitalize()} est de {value}, tout compris."
        return "Le prix est celui du devis."

    def proof(self) -> str:
        """A proof, or the defence of the value."""
        return self.wording("apporter_preuve", "presenter_resultat") or self.defence()

    def defence(self) -> str:
        """The defence of the value."""
        return self.wording("defendre_valeur") or "Ce prix comprend tout, c'est ce qui fait la différence."

    def answer(self, objection: Objection, *, checked: bool = True) -> str:
        """An answer to an objection; the careful one concedes nothing in it, and is checked."""
        plain = [text for text in objection.answers if not self._gives(text)]
        text = self.pick(plain if checked and plain else objection.answers).rstrip(".") + "."
        return f"{text} {self.rng.choice(CONSENT)}" if checked else text

    # Bargaining --------------------------------------------------------------------------------

    def give(self, issue: Issue, value: float) -> str:
        """« Je peux descendre à 42 € sur le loyer »."""
        shown, name = format_value(value, issue.unit), issue.words[0]
        return {
            "pourcentage": f"je peux vous accorder {shown} de {name}",
            "montant": f"je peux aller jusqu'à {shown} pour {with_article(name)}",
            "duree": f"j'accepte une durée de {shown}",
            "nombre": f"je m'engage sur {shown}",
            "quantite": f"je me contente de {shown}",
            "oui-non": f"je vous offre {with_article(name)}",
        }[issue.kind]

    def ask(self, issue: Issue, value: float) -> str:
        """« si vous vous engagez sur 36 mois »."""
        shown, name = format_value(value, issue.unit), issue.words[0]
        return {
            "pourcentage": f"si nous restons à {shown} de {name}",
            "montant": f"si vous m'accordez un {name} de {shown}",
            "duree": f"si vous vous engagez sur {shown}",
            "nombre": f"si l'objectif est de {shown}",
            "quantite": f"si vous m'accordez {shown}",
            "oui-non": f"si {with_article(name)} reste à votre charge",
        }[issue.kind]

    def package(self, gives: dict[str, float], asks: dict[str, float]) -> str:
        """« Je peux…, si vous… et si vous… »."""
        given = [self.give(self.scenario.issue(name), value) for name, value in gives.items()]
        asked = [self.ask(self.scenario.issue(name), value) for name, value in asks.items()]
        text = f"{enumerate_french(given)} {enumerate_french(asked)}".strip()
        return f"{text[:1].upper()}{text[1:]}."

    def accept(self, issue: Issue, value: float) -> str:
        """Yes to what the character asks for."""
        return (
            f"D'accord pour {format_value(value, issue.unit)}."
            if issue.kind != "oui-non"
            else (f"D'accord pour {with_article(issue.words[0])}.")
        )

    def refusal(self, issue: Issue, value: float, reason: str = "") -> str:
        """No, with a reason."""
        reason = reason or self.defence()
        if issue.kind == "oui-non":
            return f"Je ne peux pas vous offrir {with_article(issue.words[0])}. {reason}"
        return f"{format_value(value, issue.unit)}, je ne peux pas. {reason}"

    def reasons(self) -> list[str]:
        """Everything that can be said in defence of the offer, figures of the negotiation left out."""
        found = [
            w.text for w in self.scenario.wordings if {"defendre_valeur", "apporter_preuve"} & set(w.acts)
        ]
        found += [text for objection in self.scenario.objections for text in objection.answers]
        return [self.fill(text) for text in found if not self._gives(text)]

    def _gives(self, text: str) -> bool:
        """Whether an argument gives something away in passing."""
        points = [issue.words[0] if issue.kind == "oui-non" else issue.unit for issue in self.scenario.issues]
        return any(word in text for word in points if word not in ("", "€", "%"))

    # Closing -----------------------------------------------------------------------------------

    def summary(self, values: dict[str, float], *, dated: bool) -> str:
        """Everything agreed, what follows and when, and the question."""
        parts = [
            with_article(issue.words[0])
            if issue.kind == "oui-non"
            else f"{format_value(values[issue.id], issue.unit)} pour {with_article(issue.label)}"
            for issue in self.scenario.issues
            if issue.id in values and (issue.kind != "oui-non" or values[issue.id] >= 0.5)
        ]
        said = (
            f"Je récapitule : {enumerate_french(parts)}. "
            if parts
            else "Je récapitule ce que nous avons dit. "
        )
        sent = "Je vous envoie la confirmation vendredi 27 novembre. " if dated else ""
        return f"{said}{sent}{self.rng.choice(ASKED)}"

    def goodbye(self) -> str:
        """Thanks and leave."""
        return f"Merci de votre accueil, {self.scenario.character.title}. Au revoir, bonne journée !"

    def stakes(self) -> dict[str, Stakes]:
        """The points of negotiation; a student reads his own side only."""
        return bargaining.all_stakes(self.scenario, self.subject)
