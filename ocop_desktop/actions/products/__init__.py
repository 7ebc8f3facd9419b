"""The life of a product after its dossier: recognised, inspected, lowered, withdrawn; and its history over the laws."""
