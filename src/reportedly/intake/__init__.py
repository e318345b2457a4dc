"""Bytes in, reports out: what a reader sees, labelled and hashed."""
