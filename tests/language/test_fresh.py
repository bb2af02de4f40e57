"""The weights we ship are those of the library we ship."""

from coach.content.acts import library_digest, library_files, shipped_model


def test_the_shipped_model_is_the_librarys() -> None:
    model = shipped_model()
    assert model is not None, "la bibliothèque a changé : python bench/entrainer.py"
    assert model.digest == library_digest(library_files())
