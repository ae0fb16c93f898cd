"""`compliance policy`: texts and clauses, held, recorded and watched."""
