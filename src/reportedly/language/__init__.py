"""What is known of English, whatever the report."""
