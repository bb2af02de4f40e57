"""Dates in folded French text, resolved from the day of the story.

Written by hand: `dateparser`, the usual library, gives the words it found but not where they are, and
would be one more dependency for a dozen forms. Each form is one pattern below and one function of
`date_resolvers.py` or `named_dates.py`. Tried in the order of `_FORMS`, each form blanks what it has
read so that the next ones do not read it again.
"""

import re
from collections.abc import Callable
from datetime import date

from coach.language.date_ranges import with_date_ranges
from coach.language.date_resolvers import (
    around_today,
    calendar,
    collected,
    counted,
    day_of_month,
    iso,
    month_of_year,
    month_part,
    numeric,
    period,
    week_number,
    weekday,
)
from coach.language.date_words import (
    COLLECTED,
    COUNT,
    DAY,
    DAY_WORDS,
    DAYS,
    LONG,
    MONTH,
    PART_OF_DAY,
    SPAN,
    SURE_MONTHS,
    WEEKDAY,
    YEAR,
)
from coach.language.moments import Moment
from coach.language.named_dates import FEAST, NTH, SEASON, TERM, feast, nth_of_month, season, term

_Resolver = Callable[[re.Match[str], date | None], Moment | None]
_ANY_DAY = "|".join(DAYS)
_PERIOD_SPAN = r"(?P<span>semaines?|week-?end|wk-?end|mois|annee|an)\b"
_WHEN = r"(?P<when>prochaine?|proch\b|pro\b|suivante?|d'apres|qui vient|derniere?|passee?)"
_NUMERIC = r"(?<![0-9/.,-])(?P<d>[0-3]?[0-9])"
_MONTH_LEAD = (
    r"\b(?P<lead>en|courant|d'ici|avant|apres|des|depuis|jusqu'en|jusqu'a|jusqua|pour|mois d[e']|d'ici a)"
    r"(?: le mois de)? "
)
_MONTH_PART = r"(?:(?:la |le |tout )?(?:fin|debut|courant)(?: du mois)? |mi[ -])(?:de |d')?"
_THIS_DAY = r"ce (?:matin|soir|jour)\b|cet apres[ -]?midi"
_WEEKDAY_AFTER = (
    r" prochain| dernier| passe| suivant| d'apres| en huit| en quinze| en 8\b| en 15\b"
    r"| (?:de )?(?:la )?semaine (?:prochaine|pro\b|suivante|d'apres|qui vient|derniere|passee)"
    r"| (?:de )?cette semaine"
)
_NOT_AFTER_DAY = r"[0-9]| ?(?:h|%|€|euros?|pour|mois|ans?|\w+s)\b| ?[%€:]|[-:]"
_AFTER_DAY_OF_MONTH = (
    "et|a|au|ou|vers|plutot|jusqu'a|jusqu'au|entre|en|le|la|il|ce|des|chez|d'ici|qui|que|pour|mais|si"
    "|donc|maximum|max|sinon|par|matin|apres|avant|vous|je|on|c'est|ca"
    "|dans|chez"
    "|avec|prochain|de ce|du mois|de chaque"
)


def _form(pattern: str, resolver: _Resolver) -> tuple[re.Pattern[str], _Resolver]:
    return re.compile(pattern), resolver


_FORMS = (
    _form(NTH, nth_of_month),
    _form(TERM, term),
    _form(
        r"(?<![0-9/-])(?P<y>(?:19"
        r"|20)[0-9]{2})(?P<s>[/-])(?P<m>[01]?[0-9])(?P=s)(?P<d>[0-3]?[0-9])(?![0-9/-])",
        iso,
    ),
    _form(
        _NUMERIC + r"(?P<s>[/.-])(?P<m>[01]?[0-9])(?P=s)(?P<y>(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9/])", numeric
    ),
    _form(_NUMERIC + r"/(?P<m>[01]?[0-9])(?![0-9/])(?P<y>)", numeric),
    _form(
        rf"(?<![\w'-])(?:(?:{_ANY_DAY}|lun|mar|mer|jeu|ven|sam|dim)\.?,? )?"
        rf"(?:(?P<first>1er|[0-3]?[0-9](?= ?-| jusqu'au| au)|{DAY_WORDS}(?= au ))(?: au | jusqu'au | ?- ?))?"
        rf"{DAY} (?:du mois (?:de |d'))?{MONTH}{YEAR}(?P<after> prochain| dernier)?{PART_OF_DAY}",
        calendar,
    ),
    _form(
        rf"(?:{_MONTH_LEAD}|(?=\b(?:fin|debut|mi|courant)\b)|(?=(?:{LONG}) prochain)|^(?=(?:{LONG})(?:$"
        rf"|[.,!?]| ou | et )))"
        rf"(?P<value>(?P<part>{_MONTH_PART})?(?:le mois de "
        rf"|le mois d')?(?P<month>{LONG})\b(?: prochain)?{YEAR})",
        month_part,
    ),
    _form(r"(?P<lead>)\b(?P<value>(?P<part>fin|debut|mi)[ -](?P<month>)(?P<year>20[0-9]{2}))\b", month_part),
    _form(
        r"\b(?:apres[ -]demain|avant[ -]hier|(?:le )?lendemain(?! d[eu])|le jour (?:suivant|d'apres)|demain"
        rf"|hier|aujourd ?'? ?hui|ajd|{_THIS_DAY})\b"
        rf"{PART_OF_DAY}",
        around_today,
    ),
    _form(
        rf"\b(?:d'ici(?: a)?|dans|il y a|y a|ya) {COUNT} ?{SPAN}"
        r"(?:(?: et|,)? (?P<rest>[0-9]{1,2}|une?|deux|trois|quatre|cinq|six|dix) (?P<small>jours?"
        r"|semaines?|mois)\b)?",
        counted,
    ),
    _form(
        rf"\b(?:d'ici(?: a)?|dans|sous|il y a) (?:une "
        rf"|la )?(?:petite )?(?P<collected>{'|'.join(COLLECTED)})"
        r"(?: de jours)?\b(?! d)",
        collected,
    ),
    _form(
        rf"(?:\b(?P<habit>le|du|un|au|chaque|tous les|les) )?(?P<value>\b{WEEKDAY}"
        rf"(?: (?P<number>[0-3]?[0-9]|{DAY_WORDS}\b)(?:er|e)?(?!{_NOT_AFTER_DAY})"
        rf"|(?P<after>{_WEEKDAY_AFTER}))?{PART_OF_DAY})",
        weekday,
    ),
    _form(
        r"(?<!jours )(?<!j )\b(?:en |a |au |d'ici )?(?:la |le )?(?P<part>fin|debut|milieu|mi|courant)"
        rf"(?: de la | de l'| de | du | d'|[ -]){_PERIOD_SPAN}(?: {_WHEN})?",
        period,
    ),
    _form(rf"(?P<lead>)(?P<part>)\b(?P<value>(?P<month>{SURE_MONTHS})\b{YEAR})", month_part),
    _form(r"(?P<lead>)(?P<part>)\b(?P<value>(?P<month>mars|mai) (?P<year>20[0-9]{2}))\b", month_part),
    _form(r"(?<![0-9/.,])(?P<m>0?[1-9]|1[0-2]) ?/ ?(?P<y>20[0-9]{2})(?![0-9/])", month_of_year),
    _form(SEASON, season),
    _form(FEAST, feast),
    _form(rf"(?P<part>)\b(?:(?:la|le|l'|d'ici la|d'ici le) ?)?{_PERIOD_SPAN} {_WHEN}", period),
    _form(r"(?P<part>)\b(?P<when>ce(?:tte)?) (?P<span>semaine|week-?end|mois-ci|annee)\b", period),
    _form(r"\b(?:en )?semaine (?P<week>[0-5]?[0-9])(?![0-9])", week_number),
    _form(
        r"\b(?P<value>(?:le|au|du|avant le|jusqu'au|d'ici le|des le) (?P<day>1er|[0-3]?[0-9]))"
        rf"(?![0-9\w/:%€]|[,.][0-9]| ?%| ?€| (?!(?:{_AFTER_DAY_OF_MONTH})\b)[\wœ])",
        day_of_month,
    ),
)


def parse_day(today: str) -> date | None:
    """The day of the story; None when empty or unreadable."""
    try:
        return date.fromisoformat(today) if today else None
    except ValueError:
        return None


def find_dates(folded: str, today: str = "") -> list[Moment]:
    """The dates said in a folded text, by position, none overlapping another."""
    day = parse_day(today)
    left = folded
    found: list[Moment] = []
    for pattern, resolve in _FORMS:
        for match in pattern.finditer(left):
            try:
                moment = resolve(match, day)
            except OverflowError:
                moment = None
            if moment:
                found.append(moment)
                left = left[: moment.start] + "\0" * (moment.end - moment.start) + left[moment.end :]
    return with_date_ranges(folded, sorted(found, key=lambda moment: moment.start))
