"""Where the command begins: an interruption, at whatever moment, ends it without a word."""

INTERRUPTED = 130
"""128 and the number of the signal, as shells count."""


def main() -> int:
    """Run the command line; return its exit code."""
    try:
        # Most of the time of a short command goes into loading the others.
        from casebook.doors import command  # noqa: PLC0415

        return command.main()
    except KeyboardInterrupt:
        return INTERRUPTED
