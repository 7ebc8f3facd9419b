"""The register of outgoing documents on screen."""
