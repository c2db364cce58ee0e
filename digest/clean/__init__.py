"""Raw text or HTML to the article alone, and what was cut and why."""

from digest.clean.blocks import plain
from digest.clean.capture import capture
from digest.clean.draft import Draft, front_matter, to_markdown
from digest.clean.intake import draft_of
from digest.clean.paste import paste
from digest.clean.repairs import RULE_NAMES, Cleaned, Repaired, clean_body
from digest.clean.rule import Removal, Rule
from digest.clean.rules import RULES

__all__ = [
    "RULES",
    "RULE_NAMES",
    "Cleaned",
    "Draft",
    "Removal",
    "Repaired",
    "Rule",
    "capture",
    "clean_body",
    "draft_of",
    "front_matter",
    "paste",
    "plain",
    "to_markdown",
]
