"""How many examples a law is tried on: few in every run, DIGEST_EXAMPLES where somebody wants to be sure."""

import os

from hypothesis import settings

LAW = settings(max_examples=int(os.environ.get("DIGEST_EXAMPLES", "300")))
BUILDS = settings(max_examples=int(os.environ.get("DIGEST_SEQUENCES", "6")))  # each a dozen builds or two
