"""The officers of this PC in the window: who may enter, the lock after a rest, what is shown only when asked for."""
