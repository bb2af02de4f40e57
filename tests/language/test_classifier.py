"""Any set of classes, learnt from a few examples each."""

import numpy as np
import pytest

from coach.language.classifier import Classifier
from coach.language.encoder import UniversalEncoder
from coach.language.library import ActEntry, ActLibrary, Example
from coach.language.stems import stem
from coach.language.terms import learn_terms
from tests.language.test_model import LetterEncoder, small_library


def library(**examples: list[str]) -> ActLibrary:
    acts = tuple(ActEntry(act, act.replace("_", " ")) for act in examples)
    return ActLibrary(acts, tuple(Example(text, (act,)) for act in examples for text in examples[act]))


def test_classifier_when_asked_then_ranks_every_class_within_one() -> None:
    ranked = Classifier(small_library(), LetterEncoder()).rank("bonjour monsieur !")
    assert ranked[0][0] == "saluer"
    assert {act for act, _ in ranked} == set(small_library().ids())
    assert sum(chance for _, chance in ranked) <= 1.01
    assert [chance for _, chance in ranked] == sorted((chance for _, chance in ranked), reverse=True)


def test_classifier_when_made_twice_then_says_the_same() -> None:
    first, second = (Classifier(small_library(), LetterEncoder()) for _ in range(2))
    assert first.rank("merci monsieur") == second.rank("merci monsieur")


@pytest.mark.parametrize("text", ["", " ", "?!", "\ud800", "🎉", "a" * 5000, "日本語"])
def test_odd_text_when_ranked_then_every_class_is_there(text: str) -> None:
    ranked = Classifier(small_library(), LetterEncoder()).rank(text)
    assert len(ranked) == len(small_library().ids())
    assert all(0 <= chance <= 1 for _, chance in ranked)


def test_class_without_examples_when_learnt_then_its_label_stands_for_one() -> None:
    classifier = Classifier(library(saluer=["bonjour", "salut"], demander_le_prix=[]), LetterEncoder())
    assert classifier.rank("le prix")[0][0] == "demander_le_prix"


def test_class_of_marks_alone_when_learnt_then_does_no_harm() -> None:
    assert len(Classifier(library(doute=["?!"], joie=["!"]), LetterEncoder()).rank("bonjour")) == 2


def test_same_example_in_two_classes_when_ranked_then_both_are_as_likely() -> None:
    both = library(payer=["je règle la note"], finir=["je règle la note"], saluer=["bonjour"])
    ranked = dict(Classifier(both, LetterEncoder()).rank("je règle la note"))
    assert ranked["payer"] == pytest.approx(ranked["finir"], abs=0.002)
    assert ranked["payer"] > ranked["saluer"]


@pytest.fixture(scope="module")
def shop() -> Classifier:
    return Classifier(
        library(
            suivre=["où en est mon colis ?", "quand vais-je être livré ?", "je voudrais suivre ma commande"],
            annuler=["je veux annuler ma commande", "je n'en veux plus", "peut-on arrêter l'envoi ?"],
            payer=["prenez-vous les chèques ?", "puis-je payer en trois fois ?", "payer par carte"],
        ),
        UniversalEncoder(),
    )


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("mon paquet arrive quand ?", "suivre"),
        ("l'annulation de mon achat", "annuler"),
        ("réglement en plusieurs fois", "payer"),
        ("BONJOUR JE VEU ANULER MA COMANDE", "annuler"),
    ],
)
def test_reworded_request_when_ranked_then_its_class_is_first(shop: Classifier, text: str, act: str) -> None:
    assert shop.rank(text)[0][0] == act


@pytest.mark.parametrize("text", ["mon voisin joue de la trompette", "quelle est la capitale du Pérou ?", ""])
def test_foreign_text_when_ranked_then_confidence_is_low(shop: Classifier, text: str) -> None:
    assert shop.rank(text)[0][1] < 0.3


def test_only_class_when_text_is_foreign_then_confidence_is_low_too() -> None:
    alone = Classifier(library(suivre=["où en est mon colis ?"]), UniversalEncoder())
    assert alone.rank("où est mon colis ?")[0][1] > 0.9
    assert alone.rank("la photosynthèse transforme la lumière")[0][1] < 0.3


def test_forms_of_a_word_when_stemmed_then_are_one() -> None:
    assert len({stem(word) for word in ("rembourser", "remboursement", "rembourse", "remboursee")}) == 1
    assert stem("de") == "de"


def test_terms_when_learnt_then_each_kind_has_length_one() -> None:
    terms, (heads, columns, values) = learn_terms(["je veux payer", "je paye"])
    assert np.bincount(heads, values**2) == pytest.approx([2, 2], abs=1e-5)
    again = terms.rows(["je veux payer"])
    assert set(again[1]) == set(columns[heads == 0])
