"""`coach liste`: the packs and the scenarios found."""

import argparse
import json

from coach.content.library import PackEntry, list_packs
from coach.simulation.scenario import CHANNEL_LABELS, DIFFICULTY_LABELS, SITUATION_LABELS


def run(options: argparse.Namespace) -> int:
    """Prints every pack with its scenarios."""
    packs = list_packs()
    if options.json:
        print(json.dumps({"packs": [_to_dict(pack) for pack in packs]}, ensure_ascii=False, indent=1))
        return 0
    if not packs:
        print("Aucun pack trouvé. La variable COACH_PACKS indique d'autres dossiers où chercher.")
    for pack in packs:
        print(f"{pack.title} ({pack.id}, {len(pack.scenarios)} scénarios)")
        for entry in pack.scenarios:
            facts = (
                entry.exam,
                SITUATION_LABELS.get(entry.situation, entry.situation),
                CHANNEL_LABELS.get(entry.channel, entry.channel),
                f"niveau {DIFFICULTY_LABELS.get(entry.difficulty, entry.difficulty)}",
                f"{entry.minutes} min",
            )
            print(f"  {entry.id}\n    {entry.title}\n    {' · '.join(facts)}")
    return 0


def _to_dict(pack: PackEntry) -> dict[str, object]:
    scenarios = [
        {
            "scenario": entry.id,
            "titre": entry.title,
            "resume": entry.summary,
            "epreuve": entry.exam,
            "situation": entry.situation,
            "canal": entry.channel,
            "niveau": entry.difficulty,
            "fichier": str(entry.path),
        }
        for entry in pack.scenarios
    ]
    return {"pack": pack.id, "titre": pack.title, "version": pack.version, "scenarios": scenarios}
