"""The graph and the documents in, files out: RDF, tables, the chart and the page."""
