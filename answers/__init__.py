"""What people ask of a built graph, and how the answers are shown."""
