"""What a person can do, one function each; the window and the terminal call the same ones."""
