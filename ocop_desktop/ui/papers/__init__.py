"""Papers in the window: what a dossier can print, many at once."""
