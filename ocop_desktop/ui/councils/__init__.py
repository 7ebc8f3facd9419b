"""The council's screens: councils with their members and rules, a session's table, the entry of a sheet."""
