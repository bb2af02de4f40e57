"""Words of a text with their places, and the few that carry its matter."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from coach.language.folding import fold

_WORD = re.compile(r"[a-z0-9œæ]+")
STEM = 6
"""Letters kept of a word: « portera » and « porter » are then the same."""
_COMMON_WORDS = """
    avoir etre faire voir dire aller pouvoir vouloir falloir devoir savoir mettre prendre donner passer
    rester vous nous elle elles leur leurs votre notre vos nos mon mes son ses cette cela ceci celui
    celle ceux celles dans avec pour sans sous chez entre depuis pendant avant apres jusqu alors donc
    mais aussi ainsi encore plus moins tres trop bien tout tous toute toutes meme autre autres quel
    quelle quels quelles quoi comment pourquoi combien quand lorsque parce puisque comme voici voila oui
    non merci bonjour madame monsieur mademoiselle peut peux pouvez pouvons pourrait pourriez pourrais
    veut veux voulez voulons voudrais faut fait faites fais faisons suis sommes etes sont serait serez
    sera serai etait etaient avez avons avait aurait aurez aura vais allez allons vont dites disons dois
    devez devons doit sais savez savons mets mettez prends prenez chose choses point points fois jour
    jours mois annee annees semaine semaines heure heures minute minutes aujourd demain hier toujours
    jamais souvent maintenant ensuite enfin certain certaine vraiment simplement exactement seulement
    justement deja quelque quelques plusieurs chaque personne personnes rien beaucoup assez peu environ
    accord effet exemple question questions besoin besoins client clients cliente entreprise societe
    offre offres prix tarif remise solution service services produit produits projet commande contrat
    devis rendez proposer propose proposition comprends comprendre compris important permet permettre
    gagner temps argent qualite avantage avantages concurrent concurrents
"""
_COMMON = frozenset(_COMMON_WORDS.split())
"""Words of any commercial talk: they tell nothing about this one."""


class Word(NamedTuple):
    """A folded word and where it stands in the text."""

    text: str
    start: int
    end: int


KEPT = 2048
"""Texts whose words are remembered: those of a few talks, since an assessment reads each several times."""


@lru_cache(maxsize=KEPT)
def words(text: str) -> tuple[Word, ...]:
    """The words and numbers of a text, folded, in order."""
    return tuple(Word(found.group(), found.start(), found.end()) for found in _WORD.finditer(fold(text)))


@lru_cache(maxsize=KEPT)
def plain(text: str) -> str:
    """The words of a text alone, for comparing wordings."""
    return " ".join(_WORD.findall(fold(text)))


@lru_cache(maxsize=KEPT)
def matter(text: str) -> Mapping[str, Word]:
    """Stem → first word of that stem, for words that tell what a text is about (and for its numbers)."""
    found: dict[str, Word] = {}
    for word in words(text):
        if word.text.isdigit():
            if len(word.text) > 1:
                found.setdefault(word.text, word)
        elif len(word.text) > 3 and word.text not in _COMMON:
            found.setdefault(word.text[:STEM], word)
    return found


@lru_cache(maxsize=KEPT)
def subject_words(written: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Words and short phrases of a subject, reduced to their families."""
    return tuple(tuple(_family(word.text) for word in words(each)) for each in written)


def speaks_of(text: str, sought: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a text says one of these words, or one of the same family: « rétracter », « rétractation »."""
    found = [_family(word.text) for word in words(text)]
    return any(
        tuple(found[place : place + len(phrase)]) == phrase
        for phrase in sought
        for place in range(len(found) - len(phrase) + 1)
    )


@lru_cache(maxsize=KEPT)
def families(text: str) -> frozenset[str]:
    """The families of the words of a text."""
    return frozenset(_family(word.text) for word in words(text))


def _family(word: str) -> str:
    return (word[:-1] if len(word) > 3 and word[-1] in "sx" else word)[:STEM]
