"""What several reports say together: links with reasons, and groups computed from them."""
