"""Kế hoạch: plans with their tasks, targets, money and events."""
