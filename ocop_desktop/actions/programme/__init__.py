"""Plans of the programme: taken from a file, kept as records, measured against what the records say."""
