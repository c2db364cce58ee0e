"""Discovery: what entries name and the glossary has not, and what an editor might add to it."""

from digest.annotate.discovery.suggestions import Suggestion, suggest
from digest.annotate.discovery.survey import Sighting, survey

__all__ = ["Sighting", "Suggestion", "suggest", "survey"]
