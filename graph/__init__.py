"""What notices say, made one graph: who is who, merged, and the ways to look at it."""
