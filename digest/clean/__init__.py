"""Clean: raw text or HTML -> the article alone, and what was cut and why.

Here is what a build needs: the repair of an author's body, and the rules that may touch it. `digest.clean.intake` makes
drafts of pages, pastes, mails and Word files; its libraries take longer to load than a small digest to build, so only
an import loads them.
"""

from digest.clean.places import written_column
from digest.clean.repairs import RULE_NAMES, Cleaned, Repaired, clean_body
from digest.clean.rules import RULES
from digest.clean.rules.rule import Removal, Rule

__all__ = ["RULES", "RULE_NAMES", "Cleaned", "Removal", "Repaired", "Rule", "clean_body", "written_column"]
