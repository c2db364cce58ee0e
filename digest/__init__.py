"""Digest: a static site generator for annotated news digests.

Entries are read, cleaned, annotated, grouped, rendered and published: `digest.build.build` is that sentence.
"""

__version__ = "0.1.0"
