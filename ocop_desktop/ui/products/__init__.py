"""The screens of recognised products: the list, one product's history, its dossiers side by side."""
