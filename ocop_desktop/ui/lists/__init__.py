"""Lists in and out of Excel, and names that look alike."""
