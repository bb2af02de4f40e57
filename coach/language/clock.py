"""Hours of the day in folded text: « 14 h 30 », « midi et demi », « neuf heures du matin ».

The same words also say durations (« deux heures de formation »): the words around decide, and
without any sign, only « 14 h » written with the abbreviation and falling in a working day is an hour.
"""

import re
from dataclasses import dataclass

from coach.language.numerals import word_value


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour of the day, ``HH:MM``."""

    value: str
    start: int
    end: int
    high: str | None = None


_UNITS = "une|deux|trois|quatre|cinq|six|sept|huit|neuf"
_HOUR_WORDS = (
    f"vingt(?:[ -]et[ -]une|[ -](?:deux|trois))?|dix[ -](?:sept|huit|neuf)|onze|douze|treize|quatorze"
    f"|quinze|seize|dix|{_UNITS}"
)
_MINUTE_WORDS = "(?:vingt|trente|quarante|cinquante)(?:[ -]cinq)?|quinze|dix|cinq"
_PAST = r" et demie?| et quart| trois quarts| moins le quart| moins (?:cinq|dix|vingt)(?:[ -]cinq)?"
_HOUR = re.compile(
    rf"(?<![\w,.:/])(?<![a-gi-z/]-)(?P<hour>[0-9]{{1,2}}|{_HOUR_WORDS}) ?(?P<sign>h(?![a-z])|heures?|hrs?\b"
    rf"|:(?=[0-5][0-9](?![0-9:])))"
    rf"(?P<minutes> ?[0-5][0-9](?![0-9:]|[,.][0-9]| ?(?:%|€|euros?|min|km|jours|pour))|{_PAST}"
    rf"| (?:{_MINUTE_WORDS})\b(?! (?:pour|euros?|minutes|jours|personnes)))?"
    r"(?P<period> du matin| du mat\b| du soir| de l'apres[- ]?midi)?"
)
_BARE_HOUR = re.compile(
    rf"(?<![\w,.:/-])(?P<hour>[0-9]{{1,2}}|{_HOUR_WORDS})(?P<sign>)"
    r"(?P<minutes> et demie| et quart| moins le quart)?(?P<period> du (?:matin|mat|soir)\b)?"
    r"(?! ?(?:heures?|h\b))"
)
"""« huit et quart », « 8 du matin »: without « heures », the words after tell."""
_AFTERNOON_AFTER = re.compile(
    r" (?:(?:ce|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) soir\b"
    r"|(?:cet|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) apres[ -]?midi\b)"
)
_NOON = re.compile(
    rf"(?<!apres[- ])\b(?P<noon>midi|minuit)\b(?P<minutes>{_PAST}| (?:{_MINUTE_WORDS})\b"
    rf"| [0-5][0-9]\b)?(?P<two> et (?:deux|2|14 ?h)\b(?! (?:%|€|[a-z]+s\b)))?"
)
_DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_CLOCK_BEFORE = re.compile(
    rf"(?:\b(?:a|vers|des|avant|apres|jusqu'a|jusqua|il est|rdv|rendez-vous|matin|soir|midi|demain"
    rf"|aujourd'hui"
    rf"|prochain|{_DAYS}|[0-9]{{1,2}} (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre"
    rf"|octobre|novembre|decembre))"
    r"(?: environ)?|\b(?:reunion|creneau|horaire|celui|seance|rdv|rendez-vous) de|@"
    r"|\bentre .{1,12} et)(?: les)?,? $"
    r"|\b(?:a partir|autour|aux alentours|aux environs|au tour|a compter) d[e'] ?$"
)
_DURATION_BEFORE = re.compile(
    r"\b(?:pendant|durant|dure|durent|durera|en|sous|dans|dans les|toutes les|d'ici|de|les|prend|prennent"
    r"|chaque"
    r"|nos|vos|passe|passez|moins|plus|bout)(?: de| d')?(?: environ)? $"
)
_BARE_BEFORE = re.compile(r"\b(?:a|vers|avant|apres|des|jusqu'a|il est|c'est) $")
_COUNTED_AFTER = re.compile(r" ?(?:d'|de |/|par |sur )")
_RANGE_AFTER = re.compile(r" ?(?:a|jusqu'a|-) ?(?:[0-9a-z-]{1,12} ?h|mid|min)")
_RANGE_BEFORE = re.compile(r"[0-9] ?h ?(?:[0-5][0-9])? ?-$")


def _minutes(hour: int, said: str) -> tuple[int, int]:
    """Hour and minutes once « et quart », « moins dix » or « 30 » is counted."""
    plain = said.strip()
    if not plain:
        return hour, 0
    if plain.isdigit():
        return hour, int(plain)
    if plain.startswith("et "):
        return hour, 15 if "quart" in plain else 30
    if plain.startswith("moins "):
        less = 15 if "quart" in plain else int(word_value(plain.removeprefix("moins ")) or 0)
        return (hour - 1) % 24, 60 - less
    if plain == "trois quarts":
        return hour, 45
    return hour, int(word_value(plain) or 0)


def _is_clock(folded: str, match: re.Match[str], hour: int) -> bool:
    before = folded[max(0, match.start() - 30) : match.start()]
    if match["sign"] == ":" or match["period"] or _AFTERNOON_AFTER.match(folded, match.end()):
        return True
    if _RANGE_BEFORE.search(before):
        return True
    counted = _COUNTED_AFTER.match(folded, match.end())
    if counted or (hour == 24 and not match["minutes"]):
        return False
    if _CLOCK_BEFORE.search(before):
        return True
    if _DURATION_BEFORE.search(before):
        return before.endswith(("de ", "les ")) and _RANGE_AFTER.match(folded, match.end()) is not None
    if match["minutes"]:
        return hour >= 7 or match["sign"] == "h"
    return match["sign"].startswith("h") and not match["sign"].startswith("heure") and 7 <= hour <= 22


def _hour(folded: str, match: re.Match[str]) -> Hour | None:
    number = int(match["hour"]) if match["hour"].isdigit() else int(word_value(match["hour"]) or 99)
    if number > 24 or not _is_clock(folded, match, number):
        return None
    hour, minutes = _minutes(number, match["minutes"] or "")
    period = match["period"] or ""
    later = _AFTERNOON_AFTER.match(folded, match.end()) if not period else None
    if hour < 12 and ("soir" in period or "apres" in period or later):
        hour += 12
    return Hour(f"{hour % 24:02d}:{minutes:02d}", match.start(), match.end())


def _bare(match: re.Match[str]) -> Hour | None:
    number = int(match["hour"]) if match["hour"].isdigit() else int(word_value(match["hour"]) or 99)
    if number > 23:
        return None
    hour, minutes = _minutes(number, match["minutes"] or "")
    later = 12 if "soir" in (match["period"] or "") and hour < 12 else 0
    return Hour(f"{hour + later:02d}:{minutes:02d}", match.start(), match.end())


def find_hours(folded: str) -> list[Hour]:
    """The hours of the day said in a folded text, by position."""
    found = [hour for match in _HOUR.finditer(folded) if (hour := _hour(folded, match))]
    for match in _BARE_HOUR.finditer(folded):
        if not (match["period"] or match["minutes"]):
            continue
        led = _BARE_BEFORE.search(folded, max(0, match.start() - 12), match.start())
        taken = any(hour.start < match.end() and match.start() < hour.end for hour in found)
        if (match["period"] or led) and not taken and (hour := _bare(match)):
            found.append(hour)
    for match in _NOON.finditer(folded):
        number, minutes = _minutes(12 if match["noon"] == "midi" else 0, match["minutes"] or "")
        high = "14:00" if match["two"] else None
        found.append(Hour(f"{number:02d}:{minutes:02d}", match.start(), match.end(), high))
    return sorted(found, key=lambda hour: hour.start)
