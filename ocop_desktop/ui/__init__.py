"""The window: the only place with Qt. Screens call actions through ``jobs`` and never touch a database themselves."""
