"""Whether a built graph keeps the rules: shapes, and what shapes cannot see."""
