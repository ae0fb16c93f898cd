"""Files by which work is run and set up: workflows, scripts, containers, settings, code of other languages."""
