"""Report → bytes: `view.py` decides order and words once, each renderer prints them."""
