"""Try to break the program, and print what was tried and what came of it: `python -m benchmarks.fuzz --help`."""

from __future__ import annotations

import sys

from tools.reliability.fuzz import main

if __name__ == "__main__":
    sys.exit(main())
