"""Two dates that make a period: « du 13 au 18 », « entre le 10 juin et le 1er juillet »."""

import re

from coach.language.moments import Moment, safe_date

_DAY_ALONE = re.compile(
    r"(?:(?:le|du|au) )?(?:[a-z]+di |dimanche )?[0-3]?[0-9](?:er|e)?$|[a-z]+di$|dimanche$"
)
_LEAD = re.compile(r"(?:le|du|au|jusqu'au|d'ici le|avant le) ")


def _joined(folded: str, first: Moment, second: Moment) -> Moment | None:
    between = folded[first.end : second.start]
    lead = _LEAD.match(folded, second.start, second.end)
    linked = f"{between}{lead[0] if lead else ''}".strip()
    if first.day is None or second.day is None or first.high or second.high:
        return None
    if linked not in ("au", "jusqu'au", "-", "a", "et le", "et"):
        return None
    start = first.start
    if linked.startswith("et"):
        opened = re.search(r"\bentre (?:le )?$", folded[max(0, start - 9) : start])
        if not opened:
            return None
    said = folded[first.start : first.end]
    low = first.day
    if _DAY_ALONE.match(said) and not _DAY_ALONE.match(folded[second.start : second.end]):
        number = re.search(r"[0-9]+", said)
        low = safe_date(second.day.year, second.day.month, int(number[0]) if number else low.day) or low
    if low >= second.day:
        return None
    led = _LEAD.match(folded, first.start, first.end)
    return Moment(led.end() if led else first.start, second.end, low, second.day, first.approximate)


def with_date_ranges(folded: str, moments: list[Moment]) -> list[Moment]:
    """The dates in order, those that open and close one period joined."""
    result: list[Moment] = []
    for moment in moments:
        joined = _joined(folded, result[-1], moment) if result else None
        if joined:
            result[-1] = joined
        else:
            result.append(moment)
    return result
