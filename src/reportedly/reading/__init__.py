"""What one report says, worked out without knowing any other."""
