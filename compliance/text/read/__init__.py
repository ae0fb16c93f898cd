"""Documents in: Markdown, HTML, XML and PDF become blocks, and blocks become clauses."""
