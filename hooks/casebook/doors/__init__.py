"""Where the world comes in: the command, the clock, the reports."""
