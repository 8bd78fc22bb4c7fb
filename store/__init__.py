"""What is kept on disk: the build folder, the SPARQL store, and the way from notices to both."""
