"""OCOP Desktop: dossiers, commune reports and their way to the province, with or without a line."""

__version__ = "0.1.0"
