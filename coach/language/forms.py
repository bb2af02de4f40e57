"""The form of an utterance: question open or closed, negation, tu or vous. Rules on words, no training."""

from coach.language.clauses import Clause
from coach.language.reading import QuestionForm, Register
from coach.language.spelling import word_set
from coach.language.utterance import Utterance

_OPEN = word_set("comment pourquoi quoi quel quelle quels quelles lequel laquelle lesquels")
_FACTS = word_set("combien quand ou qui")
_POLITE = word_set("donc et alors mais du coup sinon bon ok oui d accord euh ah justement")
_TELL = (
    ("parlez", "moi"),
    ("racontez", "moi"),
    ("decrivez", "moi"),
    ("expliquez", "moi"),
    ("dites", "m", "en"),
)
_BRIEF = word_set(
    """
    budget date heure prix montant surface taille age adresse nom numero delai
    """
)
_VERBS_VOUS = ("ez", "etes", "faites", "dites")
_TU = word_set("tu te t toi ton ta tes tien tienne")
_VOUS = word_set("vous votre vos votres")
_REFUSALS = (
    ("je", "ne", "peux", "pas"),
    ("je", "peux", "pas"),
    ("on", "ne", "peut", "pas"),
    ("on", "peut", "pas"),
    ("ce", "n", "est", "pas", "possible"),
    ("c", "est", "pas", "possible"),
    ("pas", "possible"),
    ("c", "est", "non"),
    ("hors", "de", "question"),
    ("impossible",),
)


def question_form(utterance: Utterance) -> QuestionForm:
    """Of the last question asked; « aucune » when nothing is asked."""
    forms = [form for clause in utterance.clauses if (form := _form(clause)) != "aucune"]
    return forms[-1] if forms else "aucune"


def is_negative(utterance: Utterance) -> bool:
    """A refusal, or a first clause that starts with « non »."""
    words = utterance.words
    if words[:1] == ("non",) and words[:2] != ("non", "plus"):
        return True
    return any(_contains(words, refusal) for refusal in _REFUSALS)


def register(utterance: Utterance) -> Register:
    """Whether the other is addressed as « tu » or « vous »."""
    words = utterance.words
    tu = sum(word in _TU and not _is_verbal_t(words, at) for at, word in enumerate(words))
    vous = sum(word in _VOUS for word in words)
    if tu == vous == 0:
        return "neutre"
    return "tu" if tu > vous else "vous"


def _is_verbal_t(words: tuple[str, ...], at: int) -> bool:
    """The « t » of « y a-t-il », the « te » of « s'il te plaît » is no less a tutoiement."""
    return words[at] == "t" and words[at + 1 : at + 2] in (("il",), ("elle",), ("on",), ("ils",), ("elles",))


def _form(clause: Clause) -> QuestionForm:
    words = clause.norms()
    while len(words) > 1 and words[0] in _POLITE and words[:2] != ("d", "ou"):
        words = words[1:]
    if any(words[: len(opening)] == opening for opening in _TELL):
        return "ouverte"
    if _contains(words[:3], ("est", "ce", "que")) or _contains(words[:3], ("est", "ce", "qu")):
        return "fermee"
    interrogative = words[0] in _OPEN or words[:2] == ("qu", "est") or words[:3] == ("c", "est", "quoi")
    prepositional = (
        len(words) > 1 and words[0] in ("de", "a", "en", "sur", "avec", "pour") and words[1] in _OPEN
    )
    if interrogative or prepositional:
        brief = words[0].startswith("quel") and any(word in _BRIEF for word in words[1:5])
        return "fermee" if brief else ("ouverte" if clause.asked or _asks(words) else "aucune")
    if words[0] in ("combien", "qui") or (words[0] in _FACTS and clause.asked):
        return "fermee"
    if clause.asked:
        return "ouverte" if any(word in _OPEN for word in words) else "fermee"
    return "fermee" if _inverted(words) else "aucune"


def _asks(words: tuple[str, ...]) -> bool:
    """Without a question mark: the question is put to « vous » or « tu », or is « qu'est-ce »."""
    return (
        words[0] == "qu" or any(word in _VOUS or word in _TU for word in words) or words[:2] == ("c", "est")
    )


def _inverted(words: tuple[str, ...]) -> bool:
    """« avez-vous », « pouvez-vous », « y a-t-il » at the start."""
    return len(words) > 2 and words[1] == "vous" and words[0].endswith(_VERBS_VOUS)


def _contains(words: tuple[str, ...], run: tuple[str, ...]) -> bool:
    return any(words[at : at + len(run)] == run for at in range(len(words) - len(run) + 1))
