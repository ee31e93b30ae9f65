"""One actor's position on a dossier over time, or two side by side."""
