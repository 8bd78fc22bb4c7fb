"""The page of the ontology: terms, lexicon, reference, sources, questions, all from the Turtle."""
