"""The report of a run: one HTML file to look at, and a summary for the terminal."""
