"""One function a form of date: the words matched and the day of the story in, the moment out.

Conventions: a weekday is the next one, never today (« mardi prochain » as « mardi »); a date without
year is the next one from today on; a month or week stands for its first day.
"""

import re
from datetime import date, timedelta

from coach.language.date_words import COLLECTED, DAYS, day_number, full_year, month_number, weekday_number
from coach.language.moments import Moment, month_end, next_in_year, plus_months, safe_date, shifted
from coach.language.numerals import word_value

_LEADING_DAY = re.compile(r"(?:\b(?:le|au|du|avant|des|pour|demain)|" + "|".join(DAYS) + r") $")
_NOT_A_DAY_AFTER = re.compile(r"/| ?(?:%|€|h\b|j\b|mm?\b|cm\b|ans?\b|mois|jours|euros|[a-z]+s\b)")
_DAYS_AHEAD = {
    "apresdemain": 2, "avanthier": -2, "demain": 1, "hier": -1, "lejour": 1, "lelendemain": 1, "lendemain": 1,
}  # fmt: skip
_MONTH_PREFIX = re.compile(r"\b(?:fin|debut|mi)\b")


def numeric(match: re.Match[str], today: date | None) -> Moment | None:
    day, month, year = int(match["d"]), int(match["m"]), match["y"]
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    if year:
        found = safe_date(full_year(year, today.year if today else 2000), month, day)
        return Moment(match.start(), match.end(), found) if found else None
    led = _LEADING_DAY.search(match.string, max(0, match.start() - 12), match.start())
    plain = day > 12 or (len(match["d"]), len(match["m"])) == (2, 2)
    if not led and not (
        plain and (day, month) != (24, 7) and not _NOT_A_DAY_AFTER.match(match.string, match.end())
    ):
        return None
    return Moment(match.start(), match.end(), next_in_year(today, month, day))


def iso(match: re.Match[str], today: date | None) -> Moment | None:
    found = safe_date(int(match["y"]), int(match["m"]), int(match["d"]))
    return Moment(match.start(), match.end(), found) if found else None


def calendar(match: re.Match[str], today: date | None) -> Moment | None:
    """« mardi 3 décembre 2026 », « du 3 au 8 mars »."""
    month, day = month_number(match["month"] or match["short"]), day_number(match["day"])
    spelled = not match["day"][0].isdigit()
    if not 1 <= day <= 31 or (spelled and match["short"] in ("sept", "mar", "jan")):
        return None

    def resolve(number: int) -> date | None:
        return (
            safe_date(int(match["year"]), month, number)
            if match["year"]
            else next_in_year(today, month, number)
        )

    first = match["first"]
    if not first:
        found = resolve(day)
        if match["after"] == " dernier" and today and found and found >= today and not match["year"]:
            found = safe_date(found.year - 1, month, day)
        return Moment(match.start(), match.end(), found)
    return Moment(match.start(), match.end(), resolve(day_number(first)), resolve(day))


def month_part(match: re.Match[str], today: date | None) -> Moment | None:
    """« mi-mars », « fin avril », « en mai », « début 2027 »."""
    part = _MONTH_PREFIX.search(match["part"] or "")
    prefix = part[0] if part else ""
    month = (
        month_number(match["month"])
        if match["month"]
        else (12 if prefix == "fin" else 6 if prefix == "mi" else 1)
    )
    day = {"mi": 15}.get(prefix, 1)
    if match["year"]:
        found = safe_date(int(match["year"]), month, day)
    elif today is not None:
        year = (
            today.year + (month < today.month) - ((match["lead"] or "") == "depuis" and month > today.month)
        )
        found = safe_date(year, month, day)
        if (match["lead"] or "") == "depuis" and found and found > today:
            found = safe_date(found.year - 1, month, day)
    else:
        found = None
    if found and prefix == "fin":
        found = month_end(found)
    return Moment(match.start("value"), match.end(), found, approximate=True)


def month_of_year(match: re.Match[str], today: date | None) -> Moment | None:
    """« 03/2027 »."""
    return Moment(match.start(), match.end(), date(int(match["y"]), int(match["m"]), 1), approximate=True)


def around_today(match: re.Match[str], today: date | None) -> Moment | None:
    said = re.sub(r"[ '-]", "", match[0])
    days = next((days for name, days in _DAYS_AHEAD.items() if said.startswith(name)), 0)
    return Moment(match.start(), match.end(), today + timedelta(days) if today else None)


def weekday(match: re.Match[str], today: date | None) -> Moment | None:
    after = match["after"] or ""
    if match["habit"] and not after and not match["number"]:
        return None
    if today is None:
        return Moment(match.start("value"), match.end(), None)
    wanted = weekday_number(match["weekday"])
    found = today + timedelta((wanted - today.weekday() - 1) % 7 + 1)
    monday = today - timedelta(today.weekday())
    if match["number"]:
        number = day_number(match["number"])
        ahead = (today + timedelta(days) for days in range(400))
        exact = next((day for day in ahead if day.day == number and day.weekday() == wanted), None)
        return Moment(match.start("value"), match.end(), exact)
    if "semaine" in after:
        weeks = 0 if "cette" in after else -1 if "dern" in after or "passe" in after else 1
        found = monday + timedelta(7 * weeks + wanted)
    elif "dernier" in after or "passe" in after:
        found = today - timedelta((today.weekday() - wanted - 1) % 7 + 1)
    elif after.startswith(" en "):
        found = today + timedelta((wanted - today.weekday()) % 7 + (7 if after[4:] in ("huit", "8") else 14))
    elif "suivant" in after or "d'apres" in after:
        found += timedelta(7)
    return Moment(match.start("value"), match.end(), found)


def counted(match: re.Match[str], today: date | None) -> Moment | None:
    """« dans trois semaines », « d'ici quinze jours », « il y a un mois »."""

    def number(said: str) -> int:
        return int(said) if said.isdigit() else int(word_value(said) or 0)

    count = number(match["count"])
    if match["span"].startswith("h") and count < 24:
        return None
    sign = -1 if match[0].startswith(("il y a", "y a", "ya")) else 1
    half = bool(match["half"])
    day = shifted(today, sign * count, match["span"], half)
    high = shifted(today, sign * number(match["more"]), match["span"], half) if match["more"] else None
    if match["rest"]:
        day = shifted(day, sign * number(match["rest"]), match["small"], False)
    return Moment(match.start(), match.end(), day, high, "environ" in match[0] or "peu pres" in match[0])


def collected(match: re.Match[str], today: date | None) -> Moment | None:
    days = COLLECTED[match["collected"]]
    return Moment(match.start(), match.end(), shifted(today, days, "jours", False), approximate=True)


def period(match: re.Match[str], today: date | None) -> Moment | None:
    """« la semaine prochaine », « fin de mois », « début d'année prochaine »."""
    span, part, when = match["span"][0], match["part"] or "", match["when"] or ""
    if not part and not when:
        return None
    if today is None:
        return Moment(match.start(), match.end(), None, approximate=True)
    shift = (
        -1 if when.startswith(("dern", "pass")) else 1 if when.startswith(("pro", "suiv", "qui", "d'")) else 0
    )
    if span == "s" or span == "w":
        day = today - timedelta(today.weekday()) + timedelta(7 * shift)
        day += timedelta(5 if span == "w" else 4 if part == "fin" else 2 if part in ("mi", "milieu") else 0)
        if part == "fin" and shift == 0 and day < today:
            day += timedelta(7)
    elif span == "m":
        day = (plus_months(today.replace(day=1), shift)) or today
        day = month_end(day) if part == "fin" else day.replace(day=15) if part in ("mi", "milieu") else day
    else:
        day = date(
            min(9999, max(1, today.year + shift)), 12 if part == "fin" else 1, 31 if part == "fin" else 1
        )
    return Moment(match.start(), match.end(), day, approximate=True)


def day_of_month(match: re.Match[str], today: date | None) -> Moment | None:
    day = 1 if match["day"] == "1er" else int(match["day"])
    if not 1 <= day <= 31:
        return None
    found = None
    if today is not None:
        months = (plus_months(today.replace(day=1), ahead) for ahead in range(13))
        days = (safe_date(month.year, month.month, day) for month in months if month)
        found = next((candidate for candidate in days if candidate and candidate >= today), None)
    return Moment(match.start("value"), match.end(), found)


def week_number(match: re.Match[str], today: date | None) -> Moment | None:
    if today is None:
        return Moment(match.start(), match.end(), None, approximate=True)
    try:
        found = date.fromisocalendar(today.year, int(match["week"]), 1)
        if found < today - timedelta(7):
            found = date.fromisocalendar(today.year + 1, int(match["week"]), 1)
    except ValueError:
        return None
    return Moment(match.start(), match.end(), found, approximate=True)
