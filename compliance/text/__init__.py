"""Texts of terms, licences and bills: cut into clauses, tagged by topic, compared between versions."""

from compliance.text.read.segment import format_of, segment, segment_bytes

__all__ = ["format_of", "segment", "segment_bytes"]
