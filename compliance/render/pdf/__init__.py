"""The report as a document for counsel: numbered sheets, clauses, an outline, embedded fonts."""
