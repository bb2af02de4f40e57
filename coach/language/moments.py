"""A date read in a text, and the arithmetic of days, months and years that finds it."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

_DAYS_EACH = {"j": 1, "s": 7}
_MONTHS_EACH = {"m": 1, "a": 12, "t": 3}


@dataclass(frozen=True, slots=True)
class Moment:
    """A date found in a text; `day` is None when it could not be resolved."""

    start: int
    end: int
    day: date | None
    high: date | None = None
    approximate: bool = False


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def plus_months(start: date, months: int) -> date | None:
    """The same day some months later, or the last day of that month."""
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def month_end(day: date) -> date:
    """The last day of the month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def next_in_year(today: date | None, month: int, day: int) -> date | None:
    """The first such day of the year from today on; 29 February may be years away."""
    if today is None:
        return None
    days = (safe_date(today.year + ahead, month, day) for ahead in range(9))
    return next((found for found in days if found and found >= today), None)


def shifted(today: date | None, count: int, span: str, half: bool) -> date | None:
    """Today moved by a count of days, weeks, months…"""
    if today is None:
        return None
    unit = span[0]
    try:
        if unit == "h":
            return today + timedelta(hours=count - count % 24)
        if unit in _DAYS_EACH:
            return today + timedelta(count * _DAYS_EACH[unit] + (3 if half else 0))
        moved = plus_months(today, count * _MONTHS_EACH[unit])
        extra = {"m": 15, "a": 182, "t": 45}[unit] if half else 0
        return moved + timedelta(extra if count >= 0 else -extra) if moved else None
    except OverflowError:
        return None
