"""How findings are explained: routes, readings, reasons, and what an answer would change."""
