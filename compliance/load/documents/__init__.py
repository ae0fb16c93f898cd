"""YAML as data in which every value knows its place, held against its shape, with faults in plain words."""
