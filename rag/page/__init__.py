"""The page: its parts, what happens on it, what it shows, and the server it is served by."""
