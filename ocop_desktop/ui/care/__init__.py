"""Copies made without being asked, their place in the settings, and the way back when the database is not whole."""
