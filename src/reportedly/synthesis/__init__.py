"""What a person wants of a story: brief, calendar, positions, quotes, matrix, timeline, changes."""
