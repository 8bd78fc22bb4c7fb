"""A notice in, a `Vacancy` out: text, sections, names, and the relations that it states."""
