"""PDF papers. ReportLab is imported here and nowhere else; every ``render`` gives the same bytes for the same input."""
