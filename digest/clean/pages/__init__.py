"""Pages: a saved page -> its article as Markdown, with the facts that the page says of it."""
