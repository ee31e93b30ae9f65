"""From files to searchable passages: reading, agenda items, the library, search."""
