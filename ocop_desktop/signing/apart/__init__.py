"""Foreign files, read in one process kept apart: ``process`` is this side, ``child`` the other, ``wire`` what they say.

A file made to hurt ends that process and nothing else. ``pdf``, ``reading``, ``scans`` and ``words`` run over there alone.
"""
