"""Summaries: of an agenda item, a paper, a meeting, a dossier. The story is in `summarise`."""
