"""Abbreviations that a text explains: "Scientific Studies and Research Center (SSRC)"."""

from digest.annotate.abbreviations.asides import dateline, is_cued, may_explain
from digest.annotate.abbreviations.finder import Abbreviation, abbreviations

__all__ = ["Abbreviation", "abbreviations", "dateline", "is_cued", "may_explain"]
