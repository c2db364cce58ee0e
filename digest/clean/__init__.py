"""Clean: raw text or HTML -> the article alone, and what was cut and why.

What a build needs is here. Making a draft of a page or a paste is `digest.clean.intake`: its libraries take longer to
load than a small digest to build, so only the import of a draft loads them.
"""

from digest.clean.places import written_column
from digest.clean.repairs import RULE_NAMES, Cleaned, Repaired, clean_body
from digest.clean.rules import RULES
from digest.clean.rules.rule import Removal, Rule

__all__ = ["RULES", "RULE_NAMES", "Cleaned", "Removal", "Repaired", "Rule", "clean_body", "written_column"]
