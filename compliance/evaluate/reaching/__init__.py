"""What reaches what in a lineage, by which ways and in which classes."""
