"""What is heard of an utterance before it is played: silence, noise, repetition, monologue, faults."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Literal, TypeAlias

from coach.language.folding import fold
from coach.language.reading import Reading
from coach.simulation import mood
from coach.simulation.attention import Span, words
from coach.simulation.play import Play
from coach.simulation.scenario import MoodChange

Heard: TypeAlias = Literal["rien", "bruit", "hors_sujet", "redite", "clair"]
MONOLOGUE_WORDS = 120
"""Words after which the character interrupts: what follows is not heard."""
LONG_WORDS, LONG_IN_A_ROW = 60, 3
"""So many speeches of so many words, one after the other, are a monologue too."""
SENTENCE_WORDS = 8
"""Words from which a statement said again inside another utterance is noticed; questions may come back."""
REMEMBERED = 12
REPEAT_WORDS = 4
"""Words from which saying the same thing again is noticed: « oui, d'accord » may come back."""
NEARLY_WORDS, NEARLY = 7, 0.88
"""From so many different words, this share in common makes a repetition."""
SLOW = 25.0
"""Seconds of silence that an examination forgives."""
GRAVE = ("agresser", "forcer")
"""Faults to which the character answers, and to nothing else that was said with them."""
_REPLY_TO = {
    "agresser": "grossierete",
    "etre_familier": "familiarite",
    "forcer": "pression",
    "denigrer_concurrent": "denigrement",
}
NEW = 2
"""Times an act brings the talk forward by itself; said more often, only its content does."""
LONGEST_WORD = 40
"""Letters beyond which a word is a key held down."""
_SENTENCE = re.compile(r"[^.;!?\n]+[.;!?]*")
_VOWEL = re.compile(r"[aeiouy]")


def judge(reading: Reading, heard_before: tuple[str, ...]) -> Heard:
    """What kind of utterance this is."""
    said = words(reading.text)
    if not said:
        return "rien" if not reading.text.strip() else "bruit"
    if not _is_written(said):
        return "bruit"
    if not reading.in_scope or reading.has("hors_sujet"):
        return "hors_sujet" if _is_language(said) else "bruit"
    if len(said) >= REPEAT_WORDS and _repeats(reading, heard_before):
        return "redite"
    return "clair"


def normal(text: str) -> str:
    """A text as it is compared with the others: words only, no case, no accent."""
    return " ".join(re.findall(r"\w+", fold(text[:2000])))


def remember(play: Play) -> None:
    """Keeps the utterance, to notice when it comes back."""
    if normal(play.reading.text):
        play.state = replace(play.state, heard=(*play.state.heard, normal(play.reading.text))[-REMEMBERED:])


def interrupt(play: Play) -> None:
    """A monologue is cut, and so is the third long speech in a row: what follows is not heard."""
    count = len(words(play.reading.text))
    in_a_row = play.state.long_turns + 1 if count > LONG_WORDS else 0
    play.state = replace(play.state, long_turns=in_a_row)
    if count <= MONOLOGUE_WORDS and in_a_row < LONG_IN_A_ROW:
        return
    play.note("monologue", value=float(count))
    play.feel(MoodChange(patience=-6), "monologue")
    play.ordinary("monologue", weight=82)
    play.reading = _cut_short(play.reading, MONOLOGUE_WORDS if count > MONOLOGUE_WORDS else LONG_WORDS)


def forget_repeated(play: Play) -> None:
    """Sentences already said word for word are heard with less patience, and are worth nothing more."""
    reading = play.reading
    said = [found.span() for found in _SENTENCE.finditer(reading.text)]
    again = [span for span in said if _was_said(reading.text[slice(*span)], play.state.heard)]
    if not again or len(said) == 1:
        return
    play.note("redite")
    play.feel(MoodChange(patience=-3), "redite")

    def new(item: Span) -> bool:
        return not any(start <= item.start and item.end <= end for start, end in again)

    play.reading = _keeping(reading, new)


def _was_said(sentence: str, heard: tuple[str, ...]) -> bool:
    plain = normal(sentence)
    long_enough = plain.count(" ") + 1 >= SENTENCE_WORDS and not sentence.rstrip().endswith("?")
    return long_enough and any(plain in other for other in heard)


def _cut_short(reading: Reading, count: int) -> Reading:
    """The first words of an utterance."""
    end = [found.end() for found in re.finditer(r"\S+", reading.text)][:count][-1]
    return replace(_keeping(reading, lambda item: item.end <= end), text=reading.text[:end])


def _keeping(reading: Reading, kept: Callable[[Span], bool]) -> Reading:
    """The reading with only some of what was found in it."""
    return replace(
        reading,
        acts=tuple(item for item in reading.acts if kept(item)),
        matches=tuple(item for item in reading.matches if kept(item)),
        quantities=tuple(item for item in reading.quantities if kept(item)),
        offers=tuple(item for item in reading.offers if kept(item)),
    )


def react_to_noise(play: Play, heard: Heard) -> None:
    """Nothing to credit: the character is surprised, asks to repeat, or loses patience."""
    if heard == "rien":
        play.note("silence")
        play.feel(MoodChange(patience=-4), "silence")
        play.ordinary("silence")
    elif heard == "bruit":
        play.note("incompris")
        play.feel(MoodChange(patience=-3), "message inintelligible")
        play.ordinary("repeter")
    elif heard == "hors_sujet":
        play.note("hors_sujet")
        play.feel(MoodChange(patience=-5, interest=-3), "propos hors sujet")
        play.ordinary("hors_sujet")
    else:
        play.note("redite")
        play.feel(MoodChange(patience=-6), "redite")
        play.ordinary("impatience")


def react_to_faults(play: Play) -> bool:
    """Faults are answered at once. True when the fault hides the rest of the utterance."""
    reading = play.reading
    faults = [act for act in mood.FAULTS if reading.has(act)]
    if reading.register == "tu" and not play.scenario.formal_tu and "etre_familier" not in faults:
        faults.append("etre_familier")
    for act in faults:
        play.note("faute", act)
        play.feel(mood.effect_of(act, play.scenario.archetype, 0), mood.REASONS[act])
    if faults:
        play.ordinary(_REPLY_TO[faults[0]], weight=85)
    return any(act in GRAVE for act in faults)


def feel_acts(play: Play) -> None:
    """The mood moved by what was done, and the acts counted."""
    counts = dict(play.state.acts)
    for act in sorted(play.reading.act_ids()):
        if act not in mood.FAULTS:
            play.progress = play.progress or counts.get(act, 0) < NEW
            change = mood.effect_of(act, play.scenario.archetype, counts.get(act, 0))
            play.feel(change, mood.REASONS.get(act, act.replace("_", " ")))
        counts[act] = counts.get(act, 0) + 1
    play.state = replace(play.state, acts=tuple(sorted(counts.items())))


def feel_time(play: Play, latency: float) -> None:
    """In examen mode, a long silence costs patience."""
    if play.state.mode == "examen" and latency > SLOW:
        play.note("silence", value=latency)
        play.feel(MoodChange(patience=-min(10, 3 + int((latency - SLOW) / 15))), "long silence")


def _repeats(reading: Reading, heard_before: tuple[str, ...]) -> bool:
    """The same words, or nearly; an offer that differs by its figure is not a repetition."""
    said = normal(reading.text)
    if said in heard_before or reading.offers or reading.quantities:
        return said in heard_before
    bag = set(said.split())
    return len(bag) >= NEARLY_WORDS and any(
        len(bag & set(other.split())) >= NEARLY * len(bag | set(other.split())) for other in heard_before
    )


def _is_written(said: list[str]) -> bool:
    """Whether this can be French: not a key hit by mistake nor another alphabet; « 5 » may answer."""
    real = [word for word in said if len(word) <= LONGEST_WORD and word.isprintable()]
    kept = [character for word in real for character in fold(word) if character.isalnum()]
    return any(character.isdigit() for character in kept) or (
        len(kept) > 1 and any("a" <= character <= "z" for character in kept)
    )


def _is_language(said: list[str]) -> bool:
    """Whether this looks like sentences rather than keys hit at random."""
    plausible = [word for word in said if len(word) >= 2 and _VOWEL.search(fold(word))]
    return len(plausible) >= 2 and len(plausible) * 2 >= len(said)
