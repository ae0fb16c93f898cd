"""What the registry holds of names: records, their templates and tables, and what names resolve to."""
