"""Every paper of the program: one registry for the window, the terminal and the batch."""
