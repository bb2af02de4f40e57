"""Where one clause ends and the next begins, with or without punctuation.

Sentences end at strong marks. Inside, a comma or a connector cuts only where a new clause plausibly
starts, so that lists stay whole and speech-to-text is cut too. « si vous …, je vous … » gives two
clauses of one sentence: whoever needs the bargain reads the sentence.
"""

from dataclasses import dataclass

from coach.language.spelling import word_set
from coach.language.text import Token

MAX_CLAUSES = 60
_STRONG = frozenset(".?!;:")

_STARTERS = word_set(
    """
    je j vous tu t on nous c ca cela mais donc alors et ou car si est qu comment pourquoi combien
    quand quel quelle quels quelles qui que parce par merci bonjour bonsoir pardon desole desolee
    desoles excusez sinon sauf comme moi lui ce voila bon ben ok d oui non puis apres ensuite enfin
    bref ne n avez etes pouvez pourriez voulez souhaitez ai est-ce avec pour grace tant vu dites dis
    parlez racontez expliquez allez allons soyez rassurez en au a il elle ils elles y la le les l
    votre vos notre nos mon ma mes sans franchement justement
    """
)
"""Words with which a clause may start after a comma."""

_CONNECTORS = word_set("mais donc car sinon pourtant alors bref ensuite puis")
"""Words that start a clause even without a comma, when a subject or an interrogative follows closely."""

_PHRASES: tuple[tuple[str, ...], ...] = (
    ("par", "contre"),
    ("en", "revanche"),
    ("du", "coup"),
    ("est", "ce", "que"),
    ("est", "ce", "qu"),
    ("qu", "est", "ce"),
    ("et", "puis"),
    ("et", "vous"),
    ("et", "je"),
    ("et", "j"),
    ("et", "on"),
    ("et", "nous"),
    ("et", "c"),
    ("et", "merci"),
    ("et", "bonne"),
    ("et", "si"),
    ("et", "pour"),
    ("et", "la"),
    ("et", "qu"),
    ("et", "est"),
    ("et", "comment"),
    ("et", "combien"),
    ("et", "encore"),
    ("et", "toi"),
    ("et", "moi"),
    ("ca", "vous", "va"),
    ("vous", "pouvez"),
    ("vous", "avez"),
    ("vous", "etes"),
    ("vous", "voulez"),
    ("je", "vous"),
    ("je", "m", "appelle"),
    ("je", "suis"),
    ("je", "comprends"),
    ("je", "peux"),
    ("je", "te"),
    ("je", "vais"),
    ("je", "m"),
    ("je", "regarde"),
    ("j", "ai"),
    ("j", "entends"),
    ("c", "est"),
    ("merci", "de"),
    ("merci", "pour"),
    ("bonne", "journee"),
    ("bonne", "soiree"),
    ("au", "revoir"),
    ("parce", "que"),
    ("parce", "qu"),
    ("on", "peut"),
    ("on", "a"),
    ("on", "est"),
    ("moi", "je"),
    ("moi", "c"),
    ("si", "vous"),
    ("si", "je"),
    ("si", "on"),
    ("a", "condition"),
    ("en", "echange"),
    ("en", "contrepartie"),
    ("comme", "ca"),
    ("ne", "quittez"),
    ("tout", "de", "suite"),
    ("pas", "de", "souci"),
)
"""Openings before which an unpunctuated stream may be cut."""

_NO_CUT_AFTER = word_set(
    """
    que qu ce si et mais donc quand comme dont ou qui parce car pour je j vous tu on nous ne n moi toi
    lui alors bon la le les l de d du des a au aux en avec sans par sur est c ca oui non me te se
    comment pourquoi combien quoi voila sinon la-dessus meme tant puisque lorsque euh un une mon ma
    mes votre vos notre nos
    """
)
"""An opening right after one of these belongs to the same clause (« ce que vous avez »)."""

_MIN_WORDS = 3
"""An unpunctuated cut leaves at least so many words behind it."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A run of tokens that says one thing."""

    words: tuple[Token, ...]
    """Without marks."""
    sentence: int
    """Number of its sentence, from 0."""
    asked: bool
    """Its sentence ends with a question mark."""

    @property
    def start(self) -> int:
        """Where it starts in the text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.words[-1].end

    def norms(self) -> tuple[str, ...]:
        """Its words as rules compare them."""
        return tuple(token.norm for token in self.words)


def cut(tokens: tuple[Token, ...]) -> tuple[Clause, ...]:
    """The clauses of an utterance, in order, at most `MAX_CLAUSES`."""
    clauses: list[Clause] = []
    for number, (sentence, asked) in enumerate(_sentences(tokens)):
        clauses.extend(Clause(words, number, asked) for words in _cut_sentence(sentence))
    return tuple(clauses[:MAX_CLAUSES])


def _sentences(tokens: tuple[Token, ...]) -> list[tuple[list[Token], bool]]:
    sentences: list[tuple[list[Token], bool]] = []
    current: list[Token] = []
    for token in tokens:
        if token.norm in _STRONG:
            if any(not kept.is_mark for kept in current):
                sentences.append((current, token.norm == "?"))
                current = []
            elif sentences and token.norm == "?":
                sentences[-1] = (sentences[-1][0], True)
        else:
            current.append(token)
    if any(not kept.is_mark for kept in current):
        sentences.append((current, False))
    return sentences


def _cut_sentence(tokens: list[Token]) -> list[tuple[Token, ...]]:
    pieces: list[list[Token]] = [[]]
    after_mark = False
    words = [token for token in tokens if not token.is_mark]
    position = 0
    for token in tokens:
        if token.is_mark:
            after_mark = True
            continue
        if pieces[-1] and _starts(words, position, after_mark, len(pieces[-1])):
            pieces.append([])
        pieces[-1].append(token)
        after_mark = False
        position += 1
    return [tuple(piece) for piece in _mend(pieces)]


def _starts(words: list[Token], at: int, after_mark: bool, length: int) -> bool:
    """Whether a clause starts at this word."""
    norm = words[at].norm
    if after_mark:
        return norm in _STARTERS or length >= 6
    if length < _MIN_WORDS or len(words) - at < _MIN_WORDS - 1 or words[at - 1].norm in _NO_CUT_AFTER:
        return False
    following = tuple(token.norm for token in words[at + 1 : at + 4])
    if norm in _CONNECTORS:
        return True
    return any(phrase[0] == norm and phrase[1:] == following[: len(phrase) - 1] for phrase in _PHRASES)


def _mend(pieces: list[list[Token]]) -> list[list[Token]]:
    """A single word is no clause: it joins what follows, or what precedes when it is last."""
    mended: list[list[Token]] = []
    carried: list[Token] = []
    for piece in pieces:
        piece = carried + piece
        carried = []
        if len(piece) < 2 and piece is not pieces[-1]:
            carried = piece
        else:
            mended.append(piece)
    if carried:
        mended.append(carried)
    if len(mended) > 1 and len(mended[-1]) < 2:
        last = mended.pop()
        mended[-1] = mended[-1] + last
    return mended
