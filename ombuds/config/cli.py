"""The `ombuds` command: every act that has no page, or that runs in batches, with one sentence of help each."""

import os
import sys
from importlib import import_module

DJANGO_COMMANDS = {  # of Django's own, those that whoever runs an office needs
    "migrate": "Brings the database to this version.",
    "check": "Checks the settings; with --deploy also for use on the internet.",
    "createcachetable": "",
    "collectstatic": "Gathers style sheets, fonts and pictures into one folder.",
    "runserver": "Serves for development.",
    "makemigrations": "",
    "shell": "",
    "test": "",
}


def names() -> dict[str, str]:
    """Name → room, of every command that a room offers; no command is loaded for it."""
    from django.core.management import get_commands

    return {n: app for n, app in get_commands().items() if isinstance(app, str) and app.startswith("ombuds.")}


def commands() -> dict[str, str]:
    """Name → sentence, of every command that a room offers."""
    from django.core.management import load_command_class

    found = {name: str(load_command_class(app, name).help) for name, app in names().items()}
    return found | {name: sentence for name, sentence in DJANGO_COMMANDS.items() if sentence}


def _print_help() -> None:
    print("Usage: ombuds COMMAND [options]     ombuds COMMAND --help\n")
    listed = commands()
    width = max(map(len, listed))
    for name in sorted(listed):
        print(f"  {name:<{width}}  {listed[name]}")


def main(argv: list[str] | None = None) -> None:
    """Run one command. Exit codes: 0 done, 1 refused or a check failed, 2 wrong usage."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ombuds.config.settings")
    words = ["ombuds", *(sys.argv[1:] if argv is None else argv)]
    if words[1:2] == ["deidentify"]:  # needs nothing of the house, and is often called for one text at a time
        import_module("ombuds.deidentification.engine.cli").main(words[2:])
        return
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as problem:
        sys.exit(f"ombuds: {problem}")
    if len(words) == 1 or words[1] in ("-h", "--help", "help"):
        _print_help()
        return
    if words[1] not in names() and words[1] not in DJANGO_COMMANDS:
        print(
            f"ombuds: there is no command {words[1]!r}. `ombuds --help` lists them.",
            file=sys.stderr,
        )
        sys.exit(2)
    _run(words)


def _options(words: list[str]) -> list[str]:
    """Of `migrate`, without the name of a room: the sealed channel's database is brought up to date as a whole."""
    return [word for word in words[2:] if word.startswith("-")]


def _run(words: list[str]) -> None:
    from django.core.management import ManagementUtility
    from django.db.utils import OperationalError, ProgrammingError

    errors = import_module("ombuds.lib.errors")
    try:
        ManagementUtility(words).execute()
        if words[1] == "migrate" and not any(word.startswith("--database") for word in words):
            ManagementUtility([*words[:2], "integrity", "--database=integrity", *_options(words)]).execute()
    except errors.Refusal as refusal:
        print(f"ombuds: {refusal.sentence}", file=sys.stderr)
        sys.exit(1)
    except (OperationalError, ProgrammingError) as problem:
        if "no such table" in str(problem) or "does not exist" in str(problem):
            sys.exit("ombuds: the database is not set up yet. Run `ombuds migrate` first.")
        raise
    except BrokenPipeError:
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit("ombuds: stopped.")


if __name__ == "__main__":
    main()
