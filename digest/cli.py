"""Commands and exit codes.

0: fine, warnings included. 1: something in the content is wrong. 2: wrong use. 3: the surroundings failed.
A fault of our own is a traceback.
"""

from __future__ import annotations

import gc
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from digest import __version__, screen
from digest.arguments import now
from digest.problems import DigestError, SurroundingsError

# Where commands are: each is loaded when it is asked for, since loading all takes longer than most of them.
_PLACES = {
    "build": "cli_build",
    "check": "cli_build",
    "clean": "cli_clean",
    "explain": "cli_entries",
    "import": "cli_entries",
    "new": "cli_entries",
    "serve": "cli_build",
    "terms": "cli_terms",
}


class _Commands(click.Group):
    """Loads commands, and turns what went wrong into messages and exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted([*super().list_commands(ctx), *_PLACES])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        if cmd_name not in _PLACES:
            return super().get_command(ctx, cmd_name)
        found: click.Command = getattr(
            import_module(f"digest.{_PLACES[cmd_name]}"), cmd_name.replace("import", "import_")
        )
        return found

    def invoke(self, ctx: click.Context) -> Any:  # click's own signature
        try:
            return super().invoke(ctx)
        except DigestError as error:
            screen.show(error.problems)
            ctx.exit(1)
        except KeyboardInterrupt:
            ctx.exit(130)  # what shells say of a program that Ctrl-C ended
        except BrokenPipeError:
            raise  # click ends quietly when whoever reads our output has had enough
        except (SurroundingsError, OSError) as error:
            screen.failed(error)
            ctx.exit(3)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="digest")
def main() -> None:
    """Make a news digest that explains itself: Markdown in, an annotated and searchable site out.

    DIR is the folder that holds content/; without it, the current folder.
    """
    gc.disable()  # a command makes millions of objects, few of them in circles, and ends


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Make a small digest in a new folder.

    Example: digest init our-news && digest serve our-news
    """
    from digest import scaffold  # see above

    for path in scaffold.init(folder, now().date()):
        screen.line(f"made {path}")
