"""Run the program as ``python -m compliance``, or by its name."""

import sys


def main() -> None:
    """Run the command line; where it cannot even be loaded, that is said, and the exit code is 2."""
    try:
        from compliance.cli import main as run

        run()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except Exception as error:  # noqa: BLE001
        reason = str(error) or type(error).__name__
        try:
            print(f"the program cannot be loaded ({reason}); install it again", file=sys.stderr)  # noqa: T201
        finally:
            raise SystemExit(2) from None


if __name__ == "__main__":
    main()
