"""The way to the province and back: one function per message, one engine for a round, answers into the database."""
