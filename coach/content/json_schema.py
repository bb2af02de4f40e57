"""JSON Schemas of the format, from the same description that converts files; editors use them."""

import json

from coach.content.sources import RECORDS
from coach.content.work import Json

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kind: str) -> dict[str, Json]:
    """The schema of a kind of file (`sources.RECORDS`)."""
    record = RECORDS[kind]
    definitions: dict[str, Json] = {}
    body = record.body(definitions)
    return {"$schema": _DRAFT, "title": f"coach : {record.name}", **body, "$defs": definitions}


def render(kind: str) -> str:
    """The schema as it is committed in ``scenarios/schema/``."""
    return json.dumps(json_schema(kind), ensure_ascii=False, indent=1) + "\n"
