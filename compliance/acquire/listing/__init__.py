"""Names by their place: in lists, in tables, behind labels, in blocks of code."""
