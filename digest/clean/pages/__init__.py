"""Pages: a saved page -> its article as Markdown."""
