"""The bench: our desk and forward over HTTP, beside the same SQL without us."""
