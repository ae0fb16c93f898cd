"""Report → bytes: `view/` decides order and words once, each renderer prints them."""
