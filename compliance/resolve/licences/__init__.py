"""Under which licences things stand: texts read exactly, who gave them, what lifts them."""
