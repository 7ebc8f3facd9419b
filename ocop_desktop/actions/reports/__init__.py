"""Periodic reports: figures from records, text kept from last time, sealed, sent, and brought together by the level above."""
