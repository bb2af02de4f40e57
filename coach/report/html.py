"""The bilan as one HTML file: no script, nothing fetched, every word escaped."""

from functools import cache
from typing import TYPE_CHECKING

from coach.report import curves
from coach.report.cleaning import clean
from coach.report.page import Page

if TYPE_CHECKING:
    from jinja2 import Template


def render_html(page: Page) -> str:
    """The file's text. Same page, same text."""
    drawn = [(chart, curves.plot(chart)) for chart in page.charts]
    return _template().render(page=page, charts=drawn, width=curves.WIDTH, height=curves.HEIGHT)


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("coach.report"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("bilan.html")


def _shown(value: object) -> object:
    """What every expression of the template goes through before it is escaped."""
    return clean(value) if type(value) is str else value
