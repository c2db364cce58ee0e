"""The built-in fonts of share images."""

from pathlib import Path

from digest.files import builtin_templates

FONTS = tuple(path.read_bytes() for path in sorted((builtin_templates() / "fonts").glob("*.ttf")))
LATIN, ARABIC = FONTS
LICENCE: Path = builtin_templates() / "fonts" / "OFL.txt"
