"""The briefing to take along: put together from the papers, written as Word or Markdown."""
