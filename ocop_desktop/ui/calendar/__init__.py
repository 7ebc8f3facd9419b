"""The legal calendar on screen."""
