"""Dates in folded French text, resolved from the day of the story.

Written by hand: the general parsers (dateparser) take tens of megabytes, tens of milliseconds a
sentence, and give neither « lundi en huit », « mi-mars » nor reliable positions. A student's dates
follow a dozen forms; each is one pattern and one function below. Tried in the order of `_FORMS`, each
form blanks what it has read so that the next ones do not read it again.

Conventions: a weekday is the next one, never today (« mardi prochain » as « mardi »); a date without
year is the next one from today on; a month or week stands for its first day.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from coach.language.numerals import figure_value, word_value


@dataclass(frozen=True, slots=True)
class Moment:
    """A date found in a text; `day` is None when it could not be resolved."""

    start: int
    end: int
    day: date | None
    high: date | None = None
    approximate: bool = False


_MONTHS = (
    "janvier|janv", "fevrier|fevr|fev", "mars", "avril|avr", "mai", "juin", "juillet|juil", "aout",
    "septembre|sept", "octobre|oct", "novembre|nov", "decembre|dec",
)  # fmt: skip
_LONG = "|".join(names.split("|")[0] for names in _MONTHS)
_SHORT = "|".join(name for names in _MONTHS for name in names.split("|")[1:])
_MONTH = rf"(?:(?P<month>{_LONG})\b|(?P<short>{_SHORT})\b\.?)"
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_WEEKDAY = "(?P<weekday>" + "|".join(_DAYS) + r")\b"
_TEN = "premier|deux|trois|quatre|cinq|six|sept|huit|neuf"
_DAY_WORDS = rf"(?:vingt[ -]et[ -]un|trente[ -]et[ -]un|trente|vingt(?:[ -](?:{_TEN}))?|dix[ -](?:sept|huit|neuf)|onze|douze|treize|quatorze|quinze|seize|dix|{_TEN})"
_DAY = rf"(?P<day>1er\b|[0-3]?[0-9](?![0-9])|{_DAY_WORDS}\b)"
_YEAR = r"(?: (?P<year>(?:19|20)[0-9]{2})\b)?"
_COUNT = (
    r"(?:(?:environ|a peu pres|maximum|a peine|moins de|(?:une )?petite?) )?"
    r"(?P<count>[0-9]{1,3}|une?|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|onze|douze|quinze|dix|vingt(?:[ -]et[ -]une?)?"
    r"|trente|quarante|quarante-cinq|quarante-huit|soixante|quatre-vingt-dix))"
    r"(?: (?:a|ou) (?P<more>[0-9]{1,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze))?"
)
_SPAN = r"(?P<span>jours?|jrs?|j\b|semaines?|sem\b|mois|ans?|annees?|trimestres?|heures?|h\b)(?P<half> et demie?)?(?![a-z])"
_DAYS_EACH = {"j": 1, "s": 7}
_MONTHS_EACH = {"m": 1, "a": 12, "t": 3}
_COLLECTED = {"huitaine": 8, "dizaine": 10, "quinzaine": 15, "vingtaine": 20, "trentaine": 30}


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_number(name: str) -> int:
    return next(i for i, names in enumerate(_MONTHS, 1) if name in names.split("|"))


def _day_number(said: str) -> int:
    if said.startswith(("1er", "premier")):
        return 1
    value = figure_value(said) if said.isdigit() else word_value(said.replace("-et-", " et "))
    return int(value or 0)


def _plus_months(start: date, months: int) -> date | None:
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _next(today: date | None, month: int, day: int) -> date | None:
    """The first such day of the year from today on; 29 February may be years away."""
    if today is None:
        return None
    days = (_safe(today.year + ahead, month, day) for ahead in range(9))
    return next((found for found in days if found and found >= today), None)


def _numeric(match: re.Match[str], today: date | None) -> Moment | None:
    day, month, year = int(match["d"]), int(match["m"]), match["y"]
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    if year:
        found = _safe(int(year) if len(year) == 4 else 2000 + int(year), month, day)
        return Moment(match.start(), match.end(), found) if found else None
    if not re.search(r"(?:\b(?:le|au|du|avant|des|pour|demain)|" + "|".join(_DAYS) + r") $", match.string[: match.start()][-12:]):
        return None
    return Moment(match.start(), match.end(), _next(today, month, day))


def _iso(match: re.Match[str], today: date | None) -> Moment | None:
    found = _safe(int(match["y"]), int(match["m"]), int(match["d"]))
    return Moment(match.start(), match.end(), found) if found else None


def _calendar(match: re.Match[str], today: date | None) -> Moment | None:
    """« mardi 3 décembre 2026 », « du 3 au 8 mars »."""
    month, day = _month_number(match["month"] or match["short"]), _day_number(match["day"])
    if not 1 <= day <= 31:
        return None

    def resolve(number: int) -> date | None:
        return _safe(int(match["year"]), month, number) if match["year"] else _next(today, month, number)

    first = match["first"]
    if not first:
        return Moment(match.start(), match.end(), resolve(day))
    return Moment(match.start(), match.end(), resolve(_day_number(first)), resolve(day))


def _month_part(match: re.Match[str], today: date | None) -> Moment | None:
    """« mi-mars », « fin avril », « en mai », « début 2027 »."""
    prefix = (match["part"] or "").strip(" -")
    month = _month_number(match["month"]) if match["month"] else (12 if prefix == "fin" else 6 if prefix == "mi" else 1)
    day = {"mi": 15}.get(prefix, 1)
    if match["year"]:
        found = _safe(int(match["year"]), month, day)
    elif today is not None:
        year = today.year + (month < today.month) - ((match["lead"] or "") == "depuis" and month > today.month)
        found = _safe(year, month, day)
        if (match["lead"] or "") == "depuis" and found and found > today:
            found = _safe(found.year - 1, month, day)
    else:
        found = None
    if found and prefix == "fin":
        found = _month_end(found)
    return Moment(match.start("value"), match.end(), found, approximate=True)


def _around_today(match: re.Match[str], today: date | None) -> Moment | None:
    said = re.sub(r"[ '-]", "", match[0])
    shift = {"apresdemain": 2, "avanthier": -2, "demain": 1, "hier": -1}
    days = next((days for name, days in shift.items() if said.startswith(name)), 0)
    return Moment(match.start(), match.end(), today + timedelta(days) if today else None)


def _weekday(match: re.Match[str], today: date | None) -> Moment | None:
    after = match["after"] or ""
    if match["habit"] and not after and not match["number"]:
        return None
    if today is None:
        return Moment(match.start("value"), match.end(), None)
    wanted = _DAYS.index(match["weekday"])
    found = today + timedelta((wanted - today.weekday() - 1) % 7 + 1)
    if match["number"]:
        number = int(match["number"])
        ahead = (today + timedelta(days) for days in range(0, 400))
        exact = next((day for day in ahead if day.day == number and day.weekday() == wanted), None)
        return Moment(match.start("value"), match.end(), exact)
    if "dernier" in after or "passe" in after:
        found = today - timedelta((today.weekday() - wanted - 1) % 7 + 1)
    elif "en huit" in after or "suivant" in after or "d'apres" in after:
        found += timedelta(7)
    elif "en quinze" in after:
        found += timedelta(14)
    elif "semaine" in after:
        found = today - timedelta(today.weekday()) + timedelta(7 + wanted)
    return Moment(match.start("value"), match.end(), found)


def _shifted(today: date | None, count: int, span: str, half: bool) -> date | None:
    """Today moved by a count of days, weeks, months…"""
    if today is None:
        return None
    unit = span[0]
    try:
        if unit == "h":
            return today + timedelta(hours=count - count % 24)
        if unit in _DAYS_EACH:
            return today + timedelta(count * _DAYS_EACH[unit] + (3 if half else 0))
        moved = _plus_months(today, count * _MONTHS_EACH[unit])
        extra = {"m": 15, "a": 182, "t": 45}[unit] if half else 0
        return moved + timedelta(extra if count >= 0 else -extra) if moved else None
    except OverflowError:
        return None


def _counted(match: re.Match[str], today: date | None) -> Moment | None:
    """« dans trois semaines », « d'ici quinze jours », « il y a un mois »."""

    def number(said: str) -> int:
        return int(said) if said.isdigit() else int(word_value("un" if said == "une" else said) or 0)

    count = number(match["count"])
    if match["span"].startswith("h") and count < 24:
        return None
    sign = -1 if match[0].startswith(("il y a", "y a", "ya")) else 1
    half = bool(match["half"])
    day = _shifted(today, sign * count, match["span"], half)
    high = _shifted(today, sign * number(match["more"]), match["span"], half) if match["more"] else None
    return Moment(match.start(), match.end(), day, high, "environ" in match[0] or "peu pres" in match[0])


def _collected(match: re.Match[str], today: date | None) -> Moment | None:
    days = _COLLECTED[match["collected"]]
    return Moment(match.start(), match.end(), _shifted(today, days, "jours", False), approximate=True)


def _period(match: re.Match[str], today: date | None) -> Moment | None:
    """« la semaine prochaine », « fin de mois », « début d'année prochaine »."""
    span, part, when = match["span"][0], match["part"] or "", match["when"] or ""
    if not part and not when:
        return None
    if today is None:
        return Moment(match.start(), match.end(), None, approximate=True)
    shift = -1 if when.startswith(("dern", "pass")) else 1 if when.startswith(("pro", "suiv")) else 0
    if span == "s" or span == "w":
        day = today - timedelta(today.weekday()) + timedelta(7 * shift)
        day += timedelta(5 if span == "w" else 4 if part == "fin" else 2 if part in ("mi", "milieu") else 0)
        if part == "fin" and shift == 0 and day < today:
            day += timedelta(7)
    elif span == "m":
        day = (_plus_months(today.replace(day=1), shift)) or today
        day = _month_end(day) if part == "fin" else day.replace(day=15) if part in ("mi", "milieu") else day
    else:
        day = date(min(9999, max(1, today.year + shift)), 12 if part == "fin" else 1, 31 if part == "fin" else 1)
    return Moment(match.start(), match.end(), day, approximate=True)


def _day_of_month(match: re.Match[str], today: date | None) -> Moment | None:
    day = 1 if match["day"] == "1er" else int(match["day"])
    if not 1 <= day <= 31:
        return None
    found = None
    if today is not None:
        months = (_plus_months(today.replace(day=1), ahead) for ahead in range(13))
        days = (_safe(month.year, month.month, day) for month in months if month)
        found = next((candidate for candidate in days if candidate and candidate >= today), None)
    return Moment(match.start("value"), match.end(), found)


def _week_number(match: re.Match[str], today: date | None) -> Moment | None:
    if today is None:
        return Moment(match.start(), match.end(), None, approximate=True)
    try:
        found = date.fromisocalendar(today.year, int(match["week"]), 1)
        if found < today - timedelta(7):
            found = date.fromisocalendar(today.year + 1, int(match["week"]), 1)
    except ValueError:
        return None
    return Moment(match.start(), match.end(), found, approximate=True)


_Resolver = Callable[[re.Match[str], date | None], Moment | None]
_PERIOD_SPAN = r"(?P<span>semaines?|week-?end|wk-?end|mois|annee|an)\b"
_WHEN = r"(?P<when>prochaine?|proch\b|pro\b|suivante?|derniere?|passee?)"
_FORMS: tuple[tuple[re.Pattern[str], _Resolver], ...] = (
    (re.compile(r"(?<![0-9/-])(?P<y>(?:19|20)[0-9]{2})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})(?![0-9-])"), _iso),
    (
        re.compile(r"(?<![0-9/.,-])(?P<d>[0-3]?[0-9])(?P<s>[/.-])(?P<m>[01]?[0-9])(?P=s)(?P<y>(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9/])"),
        _numeric,
    ),
    (re.compile(r"(?<![0-9/.,-])(?P<d>[0-3]?[0-9])/(?P<m>[01]?[0-9])(?![0-9/])(?P<y>)"), _numeric),
    (
        re.compile(
            rf"(?<![\w'-])(?:(?:{'|'.join(_DAYS)}) )?(?:(?P<first>1er|[0-3]?[0-9]|{_DAY_WORDS}) au )?{_DAY} (?:du mois de )?{_MONTH}{_YEAR}"
        ),
        _calendar,
    ),
    (
        re.compile(
            rf"(?:\b(?P<lead>en|courant|d'ici|avant|apres|des|depuis|jusqu'en|jusqu'a|jusqua|pour|mois de|mois d'|d'ici a)(?: le mois de)? |(?=\b(?:fin|debut|mi)\b)|(?=(?:{_LONG}) prochain))"
            rf"(?P<value>(?P<part>(?:la )?fin(?: de| du mois de)? |(?:le )?debut(?: du mois de)? |mi[ -])?(?:(?P<month>{_LONG})\b(?! et mar)(?: prochain)?{_YEAR.replace('(?P<year>', '(?P<year>')}))"
        ),
        _month_part,
    ),
    (
        re.compile(r"(?P<lead>)\b(?P<value>(?P<part>fin|debut|mi)[ -](?P<month>)(?P<year>20[0-9]{2}))\b"),
        _month_part,
    ),
    (
        re.compile(
            r"\b(?:apres[ -]demain|avant[ -]hier|demain|hier|aujourd ?'? ?hui|ajd|ce (?:matin|soir|jour)\b|cet apres[ -]?midi)\b(?: (?:matin|soir|midi|apres[ -]?midi)\b)?"
        ),
        _around_today,
    ),
    (re.compile(rf"\b(?:d'ici(?: a)?|dans|il y a|y a|ya) {_COUNT} ?{_SPAN}"), _counted),
    (
        re.compile(
            rf"\b(?:d'ici(?: a)?|dans|sous|il y a) (?:une |la )?(?:petite )?(?P<collected>{'|'.join(_COLLECTED)})(?: de jours)?\b(?! d)"
        ),
        _collected,
    ),
    (
        re.compile(
            rf"(?:\b(?P<habit>le|du|un|au|chaque|tous les|les) )?(?P<value>\b{_WEEKDAY}(?: (?P<number>[0-3]?[0-9])(?![0-9]| ?(?:h|%|€|euros|heures|postes))|(?P<after> prochain| dernier| passe| suivant| d'apres| en huit| en quinze| de la semaine prochaine| de la semaine pro\b| semaine prochaine))?)"
        ),
        _weekday,
    ),
    (
        re.compile(
            rf"(?<!jours )(?<!j )\b(?:en |a |d'ici )?(?:la |le )?(?P<part>fin|debut|milieu|mi)(?: de la | de l'| de | du | d'|[ -]){_PERIOD_SPAN}(?: {_WHEN})?"
        ),
        _period,
    ),
    (re.compile(rf"(?P<part>)\b(?:(?:la|le|l'|d'ici la|d'ici le) ?)?{_PERIOD_SPAN} {_WHEN}"), _period),
    (re.compile(r"(?P<part>)\b(?P<when>ce(?:tte)?) (?P<span>semaine|week-?end|mois-ci|annee)\b"), _period),
    (re.compile(r"\b(?:en )?semaine (?P<week>[0-5]?[0-9])(?![0-9])"), _week_number),
    (
        re.compile(
            r"\b(?P<value>(?:le|au|du|avant le|jusqu'au|d'ici le|des le) (?P<day>1er|[0-3]?[0-9]))(?![0-9\w/:%€]|[,.][0-9]| ?%| ?€| (?!(?:et|a|au|ou|qui|que|pour|mais|si|donc|maximum|max|sinon|par|matin|apres|avant|vous|je|on|c'est|ca|dans|chez|avec|prochain|de ce|du mois|de chaque)\b)[\wœ])"
        ),
        _day_of_month,
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
    return sorted(found, key=lambda moment: moment.start)
