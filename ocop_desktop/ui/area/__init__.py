"""What an office above the communes sees: its communes, what was handed over to it, and what it says of a dossier."""
