"""Papers that come back: read as pictures, told by their code, signed and checked. No database, no window."""
