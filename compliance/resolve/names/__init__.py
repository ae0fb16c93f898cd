"""What names mean: records, spelling, hosts, bases that stand in them."""
