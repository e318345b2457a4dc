"""`brief`: the page that the analyst signs."""
