"""Exit codes."""

FINDINGS = 1  # only where --fail-on asked for it
USAGE = 2
UNREADABLE = 3  # some inputs could not be read; the rest was done
UNVERIFIED = 4
STOPPED = 130  # Ctrl-C
