"""The first lines of a file, read cheaply: what a list of scenarios shows, without reading them whole."""

from pathlib import Path

import yaml

from coach.content.reader import LOADER, MAX_BYTES


def read_header(path: Path, keys: frozenset[str]) -> dict[str, str]:
    """The texts of some top-level keys; stops once all are found. A broken file gives what it can."""
    found: dict[str, str] = {}
    try:
        with path.open("rb") as stream:
            text = stream.read(MAX_BYTES).decode("utf-8-sig", "replace")
        _collect(text, keys, found)
    except (OSError, yaml.YAMLError):
        pass
    return found


def _collect(text: str, keys: frozenset[str], found: dict[str, str]) -> None:
    loader = LOADER(text)
    depth, key = 0, ""
    try:
        while loader.check_event() and len(found) < len(keys):
            event = loader.get_event()
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                key = ""
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif isinstance(event, yaml.ScalarEvent) and depth == 1:
                if key in keys:
                    found[key] = "".join(each for each in event.value if each.isprintable())[:500]
                key = "" if key else event.value
            elif isinstance(event, yaml.AliasEvent) and depth == 1:
                key = ""
    finally:
        loader.dispose()
