"""Periodic reports: what periods there are, and what a report counts from the records of an area."""
