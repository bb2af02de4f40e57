"""`coach jouer`: the same rehearsal in plain lines, for screen readers, scripts and tests."""

import argparse
import json
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from coach import paths
from coach.assessment.evaluation_json import to_dict as evaluation_to_dict
from coach.cli.paroles import show_documents, show_evaluation, show_hint, show_subject, show_turn
from coach.content.library import load_scenario
from coach.ear import make_ear
from coach.errors import CoachError, JournalError, UsageError, reason
from coach.journal.journal import Attempt, Journal
from coach.session import Played, Session, StillClock, WallClock
from coach.simulation.transcript_json import to_dict as transcript_to_dict
from coach.voice.factory import make_speaker
from coach.voice.ports import Speaker, VoiceUnavailableError
from coach.voice.silent import SilentSpeaker

HELP = """\
/fin        termine la simulation, puis l'entretien
/indice     un conseil pour ce moment (entraînement)
/revenir    efface votre dernière phrase (entraînement)
/sujet      relit la fiche-sujet
/documents  relit les documents
/notes T    remplace vos notes par T ; /notes seul les relit
/aide       cette aide"""
ORIGINAL = "origine"


def run(options: argparse.Namespace) -> int:
    """Plays a rehearsal, by hand or unattended."""
    loaded = load_scenario(options.scenario)
    if options.jeu and options.jeu not in (ORIGINAL, *(each.id for each in loaded.scenario.sets)):
        known = ", ".join((ORIGINAL, *(each.id for each in loaded.scenario.sets)))
        raise UsageError(f"Le jeu « {options.jeu} » n'existe pas dans ce scénario ; au choix : {known}.")
    set_id = "" if options.jeu == ORIGINAL else options.jeu
    if options.reponses:
        lines = _read_answers(Path(options.reponses))
        seed = 0 if options.graine is None else options.graine
        session = Session.begin(
            loaded, make_ear, None, StillClock(), seed=seed, set_id=set_id, mode=options.mode
        )
        _unattended(session, lines, _silent if options.json else print)
        return _result(session, options.json)
    with Journal(paths.journal_path()) as journal:
        waiting = _waiting(journal, loaded.scenario.id)
        if options.reprendre and waiting is None:
            raise CoachError("Aucune répétition de ce scénario n'est à reprendre.")
        if options.reprendre and waiting is not None:
            session = Session.resume(loaded, make_ear, journal, WallClock(), waiting)
        else:
            if waiting is not None:
                print("Une répétition de ce scénario est interrompue : --reprendre la continue.\n")
            seed = random.randrange(1_000_000) if options.graine is None else options.graine
            session = Session.begin(
                loaded, make_ear, journal, WallClock(), seed=seed, set_id=set_id, mode=options.mode
            )
        with closing(_speaker(options.voix, loaded.scenario.character.title)) as speaker:
            finished = _by_hand(session, speaker)
        return _result(session, options.json) if finished else 0


def _speaker(wanted: bool, title: str) -> Speaker:
    """The character's voice; without one the rehearsal is only read."""
    if not wanted:
        return SilentSpeaker()
    try:
        return make_speaker(title)
    except VoiceUnavailableError as error:
        print(f"{error} La répétition continue sans voix.", file=sys.stderr)
        return SilentSpeaker()


def _silent(*_: object) -> None:
    """Prints nothing: the JSON document says it all."""


def _read_answers(path: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CoachError(f"Le fichier « {path} » ne peut pas être lu ({reason(error)}).") from error
    except UnicodeDecodeError as error:
        raise CoachError(
            f"Le fichier « {path} » n'est pas écrit en UTF-8 (octet {error.start}). Enregistrez-le en UTF-8."
        ) from error
    return [line for line in text.splitlines() if not line.lstrip().startswith("#")]


def _unattended(session: Session, lines: list[str], out: Callable[..., None]) -> None:
    """Answers up to « /fin » are for the character, those after it for the commission."""
    cut = next((place for place, line in enumerate(lines) if line.strip() == "/fin"), len(lines))
    played = session.open()
    show_turn(session, played, out)
    for line in lines[:cut]:
        if played.over:
            break
        out(f"Vous : {line}")
        played = session.hear(line)
        show_turn(session, played, out)
    if not played.over:
        show_turn(session, session.leave(), out)
    answers = iter([line for line in lines[cut + 1 :] if line.strip() != "/fin"])
    out(f"\nCommission : {session.question()}")
    _interview(session, answers, out)
    session.finish()


def _interview(session: Session, answers: Iterator[str], out: Callable[..., None]) -> None:
    while session.question():
        answer = next(answers, None)
        if answer is None or answer.strip() == "/fin":
            session.skip_interview()
            return
        out(f"Vous : {answer}")
        played = session.answer(answer)
        show_turn(session, played, out)


def _by_hand(session: Session, speaker: Speaker) -> bool:
    """The whole rehearsal at the keyboard. False if the student leaves before the end (nothing is lost)."""
    show_subject(session)
    if session.stage == "loge":
        print("\nAppuyez sur Entrée quand vous êtes prêt (/documents, /notes T, /aide).")
        while (line := _prompt("")) is not None and line.strip():
            _command(session, line)
        if line is None:
            return _interrupted()
        session.prepare()
        _perform(session, session.open(), speaker)
    else:
        print(f"\n{session.scenario.character.name} : {session.last_words()}")
    if session.stage == "simulation" and not _converse(session, speaker):
        return _interrupted()
    if session.stage in ("simulation", "entretien"):
        print(f"\nCommission : {session.question()}")
        if not _answer_commission(session):
            return _interrupted()
    session.finish()
    return True


def _perform(session: Session, played: Played, speaker: Speaker) -> None:
    """Shows what the character answers, and says it."""
    show_turn(session, played, print)
    speaker.say(" ".join(reply.text for reply in played.turn.replies))


def _converse(session: Session, speaker: Speaker) -> bool:
    over = bool(session.transcript.ending)
    while not over:
        line = _prompt("Vous : ")
        if line is None:
            return False
        if line.strip() == "/fin":
            _perform(session, session.leave(), speaker)
            return True
        if session.elapsed() > session.scenario.minutes * 60:
            _perform(session, session.leave("temps"), speaker)
            return True
        if line.strip().startswith("/"):
            _command(session, line)
            continue
        played = _send(session.hear, line)
        _perform(session, played, speaker)
        over = played.over
    return True


def _answer_commission(session: Session) -> bool:
    while session.question():
        line = _prompt("Vous : ")
        if line is None:
            return False
        if line.strip() == "/fin":
            session.skip_interview()
            return True
        show_turn(session, _send(session.answer, line), print)
    return True


def _send(send: Callable[[str], Played], line: str) -> Played:
    """Sends a line; if it could not be kept, says so and waits until the person has mended it."""
    while True:
        try:
            return send(line)
        except JournalError as error:
            print(error, file=sys.stderr)
            if _prompt("Entrée pour renvoyer la même phrase : ") is None:
                raise


def _command(session: Session, line: str) -> None:
    name, _, rest = line.strip().partition(" ")
    playing = session.stage == "simulation" and session.mode == "entrainement"
    if name == "/indice" and playing:
        show_hint(session.ask_hint())
    elif name == "/revenir" and playing:
        taken = session.take_back()
        print(f"Effacé : « {taken} ». {session.last_words()}" if taken else "Rien à reprendre.")
    elif name == "/sujet":
        show_subject(session)
    elif name == "/documents":
        show_documents(session)
    elif name == "/notes":
        if rest:
            session.write_notes(rest)
        print(f"Notes : {session.transcript.notes or '(vides)'}")
    else:
        print(HELP)


def _prompt(label: str) -> str | None:
    try:
        return input(label)
    except EOFError:
        return None


def _interrupted() -> bool:
    print("\nRépétition interrompue ; --reprendre la continuera.", file=sys.stderr)
    return False


def _waiting(journal: Journal, scenario: str) -> Attempt | None:
    return next((each for each in journal.unfinished() if each.header.scenario == scenario), None)


def _result(session: Session, as_json: bool) -> int:
    assert session.evaluation is not None
    if as_json:
        document = {
            "transcription": transcript_to_dict(session.transcript),
            "evaluation": evaluation_to_dict(session.evaluation),
        }
        print(json.dumps(document, ensure_ascii=False, indent=1))
    else:
        show_evaluation(session.evaluation)
    return 0
