"""The line to the province in the window: rounds, when one begins by itself, what the officer may set about it."""
