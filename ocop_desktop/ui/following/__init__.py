"""A dossier that goes on from the last one of its product, on screen."""
