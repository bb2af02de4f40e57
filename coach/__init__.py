"""coach, the rehearsal room of the BTS NDRC. Imports nothing of ours; holds the version."""

__version__ = "0.1.0"
