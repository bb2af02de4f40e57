"""The process that speaks: `python -m coach.voice.child TIMBRE`.

Audio libraries write to the descriptors of the process that loads them, and the terminal is our screen:
they live here, where both lead nowhere. Answers one line on its first output - empty when ready, else the
sentence that says why not - then says each line it is given, until there are no more.
"""

import os
import sys
from contextlib import closing
from typing import cast

from coach.voice.espeak import EspeakSynthesizer, folder
from coach.voice.mouth import Mouth
from coach.voice.player import SoundDevicePlayer
from coach.voice.ports import Timbre, VoiceUnavailableError


def main() -> None:
    """Lives as long as its input."""
    timbre = cast(Timbre, sys.argv[1])
    with os.fdopen(os.dup(1), "wb") as answer:
        os.dup2(2, 1)
        try:
            os.chdir(folder())
            synthesizer = EspeakSynthesizer(timbre)
            mouth = Mouth(synthesizer, SoundDevicePlayer(synthesizer.rate))
        except VoiceUnavailableError as error:
            answer.write(f"{error}\n".encode())
            return
        answer.write(b"\n")
    with closing(mouth):
        for line in sys.stdin.buffer:
            mouth.say(line.decode("utf-8").strip())


if __name__ == "__main__":
    main()
