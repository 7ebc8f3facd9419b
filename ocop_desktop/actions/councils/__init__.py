"""A council at work: who sits in it, what is put before it, the sheets, and what it comes to."""
