"""What the law and the office say: data classes and pure functions. No file, clock or network is touched here."""
