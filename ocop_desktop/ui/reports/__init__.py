"""Báo cáo: the periods of a year, one report, the communes of a period."""
