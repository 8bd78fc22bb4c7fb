"""Sample notices written for this project."""
