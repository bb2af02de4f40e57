"""The whole way from a French utterance to a Reading, with the shipped model."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.content.acts import shipped_model
from coach.language.encoder import UniversalEncoder
from coach.language.reader import Reader
from coach.language.reading import Context


@cache
def shipped_reader() -> Reader:
    model = shipped_model()
    assert model is not None, "lancez : python bench/entrainer.py"
    return Reader(model, UniversalEncoder())


@pytest.fixture
def reader() -> Reader:
    return shipped_reader()


@pytest.mark.parametrize(
    ("previous", "said", "act"),
    [
        ("", "Bonjour madame Dupuis", "saluer"),
        ("", "bjr mme dupuis", "saluer"),
        ("C'est bon pour moi.", "Je vous remercie pour votre confiance", "remercier"),
        ("Je veux 10 %.", "Je vous accorde 5 % si vous signez aujourd'hui", "demander_contrepartie"),
        ("Je veux 10 %.", "Je vous accorde 5 % si vous signez aujourd'hui", "conceder"),
        ("Notre fournisseur n'est pas fiable.", "Pas fiable, c'est-à-dire ?", "relancer"),
        ("C'est trop cher.", "Je comprends votre remarque sur le prix", "accueillir_objection"),
        ("", "Toutes mes excuses pour ce retard", "s_excuser"),
        ("", "ne quittez pas je vous mets en attente", "gerer_attente"),
    ],
)
def test_read_when_an_act_is_plain_then_found_with_reason(
    reader: Reader, previous: str, said: str, act: str
) -> None:
    reading = reader.read(said, Context(previous=previous))
    found = {found.act: found for found in reading.acts}
    assert act in found
    assert found[act].reason.startswith(("proche de", "tournure"))
    assert 0 <= found[act].start < found[act].end <= len(reading.text)


def test_read_when_several_sentences_then_each_act_has_its_own_span(reader: Reader) -> None:
    reading = reader.read("Bonjour monsieur Petit. Merci beaucoup de me recevoir.")
    spans = {found.act: reading.text[found.start : found.end] for found in reading.acts}
    assert "Bonjour" in spans["saluer"]
    assert "Merci" in spans["remercier"]


@pytest.mark.parametrize("said", ["", "   ", "😀😀", "...", "\x00\x07"])
def test_read_when_nothing_is_said_then_out_of_scope_without_act(reader: Reader, said: str) -> None:
    reading = reader.read(said)
    assert not reading.acts
    assert not reading.in_scope


def test_read_when_accents_are_lost_then_same_acts(reader: Reader) -> None:
    said = "Désolé pour ce délai, je m'en occupe tout de suite"
    plain = "Desole pour ce delai, je m'en occupe tout de suite"
    assert reader.read(said).act_ids() == reader.read(plain).act_ids()


def test_read_when_tutoiement_is_ordinary_then_not_familiar(reader: Reader) -> None:
    said = "Salut ma belle, tu vas bien ?"
    assert reader.read(said).has("etre_familier")
    assert not reader.read(said, Context(formal_tu=True)).has("etre_familier")


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("Comment travaillez-vous aujourd'hui ?", "ouverte"),
        ("parlez-moi de votre activité", "ouverte"),
        ("Avez-vous un budget ?", "fermee"),
        ("avez vous un budget", "fermee"),
        ("Combien de salariés avez-vous ?", "fermee"),
        ("C'est noté.", "aucune"),
    ],
)
def test_question_when_asked_in_many_ways_then_form_is_told(reader: Reader, said: str, form: str) -> None:
    assert reader.read(said).question == form


def test_negative_and_register_when_said_then_told(reader: Reader) -> None:
    reading = reader.read("Non, je ne peux pas vous accorder cela")
    assert reading.negative
    assert reading.register == "vous"
    assert reader.read("tu peux reprendre ta fiche").register == "tu"


def test_read_when_pasted_page_then_bounded(reader: Reader) -> None:
    reading = reader.read("Bonjour madame, je vous propose un rendez-vous. " * 300)
    assert len(reading.clauses) <= 60


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120))
def test_read_when_anything_is_typed_then_spans_are_inside(text: str) -> None:
    reading = shipped_reader().read(text)
    assert all(0 <= found.start < found.end <= len(reading.text) for found in reading.acts)
    assert all(0 <= found.confidence <= 1 for found in reading.acts)
