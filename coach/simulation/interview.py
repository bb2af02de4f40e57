"""The commission's entretien: questions chosen by what happened, answers listened to, one follow-up, a close.

Pure like the rest: `begin` chooses the questions from the transcript, `answer` hears one answer.
"""

from dataclasses import replace

from coach.language.reading import Reading
from coach.simulation.attention import words
from coach.simulation.conditions import NOTHING_SAID
from coach.simulation.french import lower_first, with_article
from coach.simulation.interview_questions import (
    CHANGED,
    CLOSING,
    DEFAULT_QUESTIONS,
    MISSED_NEED,
    OPEN_OBJECTION,
)
from coach.simulation.play import Play, Step, value_text
from coach.simulation.scenario import InterviewQuestion, Scenario, Subject
from coach.simulation.state import InterviewState, State
from coach.simulation.transcript import Transcript

QUESTIONS = 4
AUTHORED_AT_MOST = 3
"""When the play left something to ask about, the commission keeps a question for it."""
SHORT = 8
"""Words under which an answer is too short to stand alone."""
FULL = 25
"""Words from which an answer that gives reasons needs no follow-up."""
REFLEXIVE = ("justifier_choix", "analyser_ecart", "proposer_plan_action", "expliquer", "presenter_resultat")
_FOLLOW_UPS = (
    "Pouvez-vous préciser, avec un exemple tiré de l'échange ?",
    "Développez, s'il vous plaît : qu'avez-vous dit exactement ?",
    "C'est un peu court. Qu'est-ce qui vous fait dire cela ?",
)
_OPENING = "Merci. La simulation est terminée, nous avons quelques questions à vous poser."
_LINKS = ("Bien.", "Merci.", "D'accord.", "Entendu.", "Nous notons.")
_CLOSE = "Merci pour vos réponses. L'entretien est terminé, au revoir."


def begin(scenario: Scenario, transcript: Transcript, state: State) -> Step:
    """The commission's first question, chosen with the others from what happened."""
    questions = choose(scenario, transcript, state)
    state = replace(state, interview=InterviewState(questions))
    play = Play(scenario, transcript.subject, state, NOTHING_SAID)
    _speak(play, f"{_OPENING} {questions[0][1]}", questions[0][0])
    return play.step()


def answer(scenario: Scenario, subject: Subject, state: State, reading: Reading) -> Step:
    """What the commission says to an answer: a follow-up once if it is too short or vague, the next question,
    or its thanks. Over when `state.interview.over`."""
    interview = state.interview
    if interview is None or interview.over:
        return Step(state, (), ())
    play = Play(scenario, subject, replace(state, turn=state.turn + 1), reading)
    supported = _is_supported(reading, interview.current)
    play.note("reponse_etayee" if supported else "reponse_vague", interview.current)
    if not supported and not interview.followed_up:
        play.state = replace(play.state, interview=replace(interview, followed_up=True))
        _follow_up(play, interview.current)
    else:
        _go_on(play, interview)
    return play.step()


def leave(scenario: Scenario, subject: Subject, state: State) -> Step:
    """The entretien is cut short: by the candidate, or by the clock."""
    interview = state.interview or InterviewState()
    play = Play(scenario, subject, replace(state, interview=replace(interview, over=True)), NOTHING_SAID)
    _speak(play, _CLOSE, "")
    return play.step()


def choose(scenario: Scenario, transcript: Transcript, state: State) -> tuple[tuple[str, str], ...]:
    """(id, text) of the questions, the most important first and the look back last."""
    play = Play(scenario, transcript.subject, state, NOTHING_SAID)
    authored = sorted((q for q in scenario.interview if play.holds(q.when)), key=lambda q: -q.priority)
    factual = _factual(play, transcript, but={event for q in authored for event in q.when.events})
    kept = [(q.id, _text(play, q)) for q in authored[: AUTHORED_AT_MOST if factual else QUESTIONS]]
    room = QUESTIONS - len(kept)
    unasked = {CLOSING} if transcript.subject.set_id else {CLOSING, CHANGED}  # nothing changed: not asked
    general = [(q.id, q.says[0].text) for q in DEFAULT_QUESTIONS if q.priority < 30 and q.id not in unasked]
    closing = [(CLOSING, next(q for q in DEFAULT_QUESTIONS if q.id == CLOSING).says[0].text)]
    if room <= 1:
        return tuple(kept + (factual or closing)[:room])
    middle = (factual + general)[: room - 1]
    return tuple(kept + middle + closing)


def _text(play: Play, question: InterviewQuestion) -> str:
    play.say(question.says, f"entretien:{question.id}")
    return play.replies.pop().text if play.replies else ""


def _factual(play: Play, transcript: Transcript, but: set[str]) -> list[tuple[str, str]]:
    """The engine's questions about what happened in this very play, what the author asks about left out."""
    found = []
    for question in DEFAULT_QUESTIONS:
        if but.intersection(question.when.events):
            continue
        slots = _slots(play, transcript, question)
        if question.priority >= 30 and slots is not None:
            found.append((question.id, play.fill(question.says[0].text, **slots)))
    return found


def _slots(play: Play, transcript: Transcript, question: InterviewQuestion) -> dict[str, str] | None:
    """What fills the question; `None` when it has no reason to be asked."""
    if question.id == MISSED_NEED:
        missed = [d for d in play.scenario.disclosures if d.essential and d.id not in play.state.known]
        return {"information": lower_first(missed[0].label)} if missed else None
    if question.id == OPEN_OBJECTION:
        lives = play.state.open_objections()
        return {"objection": lower_first(play.scenario.objection(lives[0].id).label)} if lives else None
    for turn in transcript.simulation():
        for event in turn.events:
            if event.kind in question.when.events:
                slots = {"tour": str(turn.number)}
                if event.subject and event.value is not None and "{valeur}" in question.says[0].text:
                    issue = play.scenario.issue(event.subject)
                    slots |= {"valeur": value_text(issue, event.value), "point": with_article(issue.label)}
                return slots
    return None


def _is_supported(reading: Reading, question: str) -> bool:
    count = len(words(reading.text))
    if any(match.kind == "entretien" and match.target == question for match in reading.matches):
        return count >= SHORT // 2
    return reading.in_scope and count >= FULL and reading.has(*REFLEXIVE)


def _follow_up(play: Play, question: str) -> None:
    known = (*play.scenario.interview, *DEFAULT_QUESTIONS)
    lines = next((q.follow_up for q in known if q.id == question), ())
    if not (lines and play.say(lines, f"relance:{question}", weight=80)):
        _speak(play, _FOLLOW_UPS[play.state.turn % len(_FOLLOW_UPS)], question)


def _go_on(play: Play, interview: InterviewState) -> None:
    following = replace(interview, index=interview.index + 1, followed_up=False)
    if following.index >= len(following.questions):
        play.state = replace(play.state, interview=replace(following, over=True))
        _speak(play, _CLOSE, "")
        return
    play.state = replace(play.state, interview=following)
    name, text = following.questions[following.index]
    _speak(play, f"{_LINKS[following.index % len(_LINKS)]} {text}", name)


def _speak(play: Play, text: str, question: str) -> None:
    play.speak(text, f"commission:{question}" if question else "commission")
