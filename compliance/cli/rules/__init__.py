"""`compliance rules`: for those who look packs up, write them and take them over."""
