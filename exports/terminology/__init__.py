"""The page of the ontology: terms, lexicon, reference, sources and questions, from the Turtle alone."""
