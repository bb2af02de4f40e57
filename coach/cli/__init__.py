"""The `coach` command: arguments, exit codes, and nothing else.

Each command lives in its own module and is imported only when it is called, so that
``coach --help`` stays instant. Exit codes: 0 fine, 1 content or input is wrong, 2 wrong usage,
130 interrupted, 3 unexpected (with a log file).
"""

import os
import sys
from collections.abc import Sequence

from coach.errors import CoachError

INTERRUPTED = 130
UNEXPECTED = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command line; returns its exit code. The one place where errors become sentences."""
    from coach.cli.parser import parse

    _speak_utf8()
    _keep_to_one_core()
    try:
        options = parse(sys.argv[1:] if arguments is None else arguments)
        return int(options.run(options))
    except CoachError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("\nInterrompu. Ce qui était joué est enregistré.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has left (`coach … | head`): not an error, but no more output.
        sys.stderr.close()
        return 0
    except Exception as error:
        from coach.cli.crash import report

        print(report(error), file=sys.stderr)
        return UNEXPECTED


def _keep_to_one_core() -> None:
    """One thread of linear algebra: our matrices are small, and threads that wait for each other on a
    busy school laptop make a turn ten times slower (measured). Read by numpy when it is imported."""
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def _speak_utf8() -> None:
    """French on every system's terminal, whatever its default encoding."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
