"""What happened in the play: informations obtained, objections handled, concessions paid, events."""

from coach.assessment.credit import Said
from coach.assessment.evaluation import Evidence, EvidenceKind
from coach.assessment.finding import (
    MOST_COUNTEREXAMPLES,
    MOST_QUOTES,
    Finding,
    absence,
    fact,
    not_shown,
    passage,
    quotes,
    share,
    times,
)
from coach.assessment.grid import Indicator
from coach.assessment.talk import Fact, Talk
from coach.simulation.draw import format_value
from coach.simulation.french import with_article
from coach.simulation.scenario import Disclosure
from coach.simulation.transcript import Turn

_STEPS = (
    ("objection_accueillie", "accueillie"),
    ("objection_creusee", "creusée"),
    ("objection_repondue", "traitée"),
    ("objection_controlee", "contrôlée"),
)
_ACTS_OF_EVENTS: dict[str, tuple[str, ...]] = {
    "reformulation_juste": ("reformuler",),
    "contrepartie_demandee": ("demander_contrepartie",),
    "contrepartie_obtenue": ("demander_contrepartie",),
    "concession": ("conceder",),
    "concession_sans_contrepartie": ("conceder",),
    "concession_personnage": ("defendre_valeur", "demander_contrepartie"),
    "hors_mandat": ("conceder",),
    "objection_accueillie": ("accueillir_objection", "manifester_empathie"),
    "objection_creusee": ("relancer", "question_ouverte", "question_fermee"),
    "objection_controlee": ("controler_objection", "valider_comprehension"),
    "information_revelee": ("question_ouverte", "relancer"),
}


def happened(talk: Talk, indicator: Indicator) -> Finding:
    """`evenement`: events of these kinds in `count` utterances."""
    turns = talk.window(indicator)
    if not turns:
        return not_shown("Cette partie de l'échange n'a pas eu lieu.")
    found = _one_a_turn(talk, indicator, turns)
    score = share(len(found), indicator.count)
    evidence = tuple(_shown(each) for each in found[:MOST_QUOTES])
    if score < 1:
        evidence += (fact(times(len(found), indicator.count)),) if found else (absence(indicator, turns),)
        if "objection_levee" in indicator.events:
            return Finding(score, evidence, *_unlifted(talk))
    return Finding(score, evidence, None, _acts_for(indicator))


def _unlifted(talk: Talk) -> tuple[int | None, tuple[str, ...], str]:
    """Where an objection was left standing, and what the script would have answered."""
    lifted = {each.event.subject for each in talk.events("objection_levee")}
    left = [each for each in talk.events("objection_soulevee") if each.event.subject not in lifted]
    if not left:
        return None, (), ""
    return _after(talk, left[0]), ("defendre_valeur", "rassurer"), _answer_to(talk, left[0])


def did_not_happen(talk: Talk, indicator: Indicator) -> Finding:
    """`sans_evenement`: none of these events; `count` of them lose everything."""
    turns = talk.window(indicator)
    found = _one_a_turn(talk, indicator, turns)
    if found:
        evidence = tuple(_shown(each, kind="contre-exemple") for each in found[:MOST_COUNTEREXAMPLES])
        score = 1 - share(len(found), indicator.count)
        return Finding(score, evidence, found[0].turn.number, _acts_for(indicator))
    if not talk.long_enough:
        return not_shown("L'échange est trop court pour en juger.")
    return Finding(1.0, (absence(indicator, turns),))


def answered_soon(talk: Talk, indicator: Indicator) -> Finding:
    """`delai`: share of events that one of `acts` answers within `within` utterances."""
    asked = _one_a_turn(talk, indicator, talk.window(indicator))
    if not asked:
        return not_shown("L'occasion ne s'est pas présentée.")
    answers: list[Said] = []
    late: list[Fact] = []
    for each in asked:
        following = tuple(turn for turn in talk.turns if turn.number > each.turn.number)[: indicator.within]
        found = talk.acts(indicator.acts, following)
        answers += found[:1]
        late += [] if found else [each]
    score = share(len(answers) / len(asked), indicator.share)
    evidence = (*quotes(answers), fact(f"{len(answers)} fois sur {len(asked)} occasion(s)"))
    if score >= 1 or not late:
        return Finding(score, evidence)
    evidence += tuple(fact(f"{indicator.missing} après le tour {each.turn.number}") for each in late[:2])
    return Finding(score, evidence, _after(talk, late[0]), indicator.acts, _answer_to(talk, late[0]))


def _answer_to(talk: Talk, raised: Fact) -> str:
    """What the script would answer to an objection."""
    if raised.event.kind != "objection_soulevee":
        return ""
    return next(iter(talk.scenario.objection(raised.event.subject).answers), "")


def _acts_for(indicator: Indicator) -> tuple[str, ...]:
    acts = dict.fromkeys(act for kind in indicator.events for act in _ACTS_OF_EVENTS.get(kind, ()))
    return indicator.acts or tuple(acts)


def _one_a_turn(talk: Talk, indicator: Indicator, turns: tuple[Turn, ...]) -> list[Fact]:
    """The first such event of each turn looked at; silences count where the whole talk is looked at."""
    numbers = {turn.number for turn in turns}
    everywhere = turns == talk.turns
    kept: dict[int, Fact] = {}
    for each in talk.events(*indicator.events):
        if everywhere or each.turn.number in numbers:
            kept.setdefault(each.turn.number, each)
    return list(kept.values())


def _shown(each: Fact, reason: str = "", kind: EvidenceKind = "citation") -> Evidence:
    """The words by which an event came: a match of its subject, an offer on it, an act that makes it."""
    reading, event = each.turn.reading, each.event
    if not reading.text.strip():
        return fact(reason or event.detail or "sans un mot", each.turn.number)
    spans = [(match.start, match.end) for match in reading.matches if match.target == event.subject]
    spans += [(offer.start, offer.end) for offer in reading.offers if offer.issue == event.subject]
    acts = _ACTS_OF_EVENTS.get(event.kind, ())
    if acts:
        spans += [(act.start, act.end) for act in reading.acts if act.act in acts]
    start, end = spans[0] if spans and (event.subject or acts) else (0, 0)
    return passage(each.turn, start, end, reason or event.detail, kind=kind)


def informations(talk: Talk, indicator: Indicator) -> Finding:
    """`informations`: share of what there was to discover; with `essential`, of what matters most."""
    sought = [item for item in talk.scenario.disclosures if item.essential or not indicator.essential]
    if not sought or not talk.turns:
        return not_shown("Ce scénario n'a pas d'information à découvrir.")
    revealed = {each.event.subject: each for each in talk.events("information_revelee")}
    found = [item for item in sought if item.id in revealed]
    missed = [item for item in sought if item.id not in revealed]
    score = share(len(found) / len(sought), indicator.share)
    shown = tuple(_shown(revealed[item.id], f"découvre : {item.label}") for item in found[:MOST_QUOTES])
    evidence = (*shown, fact(f"{len(found)} sur {len(sought)}"))
    if score >= 1 or not missed:
        return Finding(score, evidence)
    names = " ; ".join(item.label for item in missed[:MOST_QUOTES])
    evidence += (fact(f"Non découvert : {names}"),)
    return Finding(
        score, evidence, _missed_at(talk, missed[0]), ("question_ouverte", "relancer"), missed[0].questions[0]
    )


def _missed_at(talk: Talk, item: Disclosure) -> int | None:
    """Where the student came near: a hint given, a shut gate; else where he began to discover."""
    for each in talk.events("information_esquissee", "information_refusee"):
        if each.event.subject == item.id:
            return each.turn.number
    asked = [said.turn for act in ("question_ouverte", "question_fermee") for said in talk.said.get(act, ())]
    return min(asked, default=None)


def objections(talk: Talk, indicator: Indicator) -> Finding:
    """`objections`: share of raised objections lifted; with `full`, share of the method followed."""
    raised = {each.event.subject: each for each in reversed(talk.events("objection_soulevee"))}
    if not raised:
        return not_shown("Aucune objection n'a été soulevée.")
    names = sorted(raised, key=lambda name: raised[name].turn.number)
    lifted = {each.event.subject for each in talk.events("objection_levee")}
    done: set[tuple[str, str]] = {
        (each.event.kind, each.event.subject) for each in talk.events(*(kind for kind, _ in _STEPS))
    }
    if indicator.full:
        steps = sum((kind, name) in done for kind, _ in _STEPS for name in names)
        score = share(steps / (len(_STEPS) * len(names)), indicator.share)
    else:
        score = share(sum(name in lifted for name in names) / len(names), indicator.share)
    evidence = _answers(talk, names) + tuple(_fate(talk, name, lifted, done) for name in names[:MOST_QUOTES])
    if score >= 1:
        return Finding(score, evidence)
    weak = next((name for name in names if name not in lifted), names[0])
    wanted = ("accueillir_objection", "controler_objection", "defendre_valeur")
    better = ""
    if ("objection_repondue", weak) not in done and not indicator.full:
        better = next(iter(talk.scenario.objection(weak).answers), "")
    return Finding(score, evidence, _after(talk, raised[weak]), wanted, better)


def _answers(talk: Talk, names: list[str]) -> tuple[Evidence, ...]:
    """The words that answered, one an objection."""
    seen: dict[str, Evidence] = {}
    for each in talk.events("objection_repondue", "objection_creusee", "objection_accueillie"):
        if each.event.subject in names and each.turn.text.strip():
            label = talk.scenario.objection(each.event.subject).label
            seen.setdefault(each.event.subject, _shown(each, f"objection : {label}"))
    return tuple(seen.values())[:MOST_COUNTEREXAMPLES]


def _fate(talk: Talk, name: str, lifted: set[str], done: set[tuple[str, str]]) -> Evidence:
    label = talk.scenario.objection(name).label
    steps = [word for kind, word in _STEPS if (kind, name) in done] or ["éludée"]
    return fact(f"{label} : {', '.join(steps)} ; {'levée' if name in lifted else 'non levée'}")


def _after(talk: Talk, each: Fact) -> int:
    """The utterance that answered an event of the character's."""
    later = [turn.number for turn in talk.turns if turn.number > each.turn.number]
    return later[0] if later else each.turn.number


def paid_concessions(talk: Talk, indicator: Indicator) -> Finding:
    """`contreparties`: share of the student's concessions that were paid for."""
    made, free = talk.events("concession"), talk.events("concession_sans_contrepartie")
    if not made and not free:
        return not_shown("Aucune concession n'a été faite.")
    total = max(len(made), len(free))
    score = share((total - len(free)) / total, indicator.share)
    asked = talk.events("contrepartie_demandee")
    evidence = tuple(_shown(each) for each in asked[:MOST_COUNTEREXAMPLES] if each.turn.text.strip())
    evidence += (fact(f"{total - len(free)} concession(s) sur {total} contre une contrepartie"),)
    evidence += tuple(
        _shown(each, "concession sans contrepartie", kind="contre-exemple")
        for each in free[:MOST_COUNTEREXAMPLES]
    )
    moment = free[0].turn.number if free else None
    return Finding(score, evidence, moment, ("demander_contrepartie",))


def within_mandate(talk: Talk, indicator: Indicator) -> Finding:
    """`mandat`: no offer beyond what the fiche-sujet allows."""
    if not talk.scenario.issues:
        return not_shown("Ce scénario ne comporte pas de point à négocier.")
    beyond = talk.events("hors_mandat")
    if beyond:
        labels = {issue.id: issue.label for issue in talk.scenario.issues}
        evidence = tuple(
            _shown(each, f"au-delà du mandat : {labels.get(each.event.subject, '')}", kind="contre-exemple")
            for each in beyond[:MOST_COUNTEREXAMPLES]
        )
        wanted = ("refuser_concession", "proposer_alternative")
        return Finding(
            0.0, evidence, beyond[0].turn.number, wanted, _limit_told(talk, beyond[0].event.subject)
        )
    if not talk.long_enough:
        return not_shown("L'échange est trop court pour en juger.")
    return Finding(1.0, (absence(indicator, talk.turns),))


def _limit_told(talk: Talk, name: str) -> str:
    """How one tells one's limit instead of passing it."""
    issue = next((each for each in talk.scenario.issues if each.id == name), None)
    if issue is None:
        return ""
    if issue.kind == "oui-non":
        return f"Sur {with_article(issue.label)}, je dois voir avec mon responsable avant de vous répondre."
    limit = format_value(talk.subject.number(issue.student.limit), issue.unit)
    return (
        f"Sur {with_article(issue.label)}, ma limite est de {limit} ; voyons ce que je peux faire autrement."
    )
