"""What names, titles and ids tell of the thing that they name."""
