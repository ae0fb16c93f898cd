"""The fonts of reports: those of packages, which scripts they are for, and what nobody can set."""
