"""Who said and did what in a pile of news reports, and how many independent origins stand behind it."""

__version__ = "0.1.0"
