"""The default speaker: says nothing."""


class SilentSpeaker:
    """For rehearsals that are read, not heard."""

    def say(self, text: str) -> None:
        """Nothing is heard."""

    def close(self) -> None:
        """Nothing to free."""
