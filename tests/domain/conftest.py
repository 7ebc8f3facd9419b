"""Property tests here have no time limit: a busy machine must not fail a true property."""

from hypothesis import settings

settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")
