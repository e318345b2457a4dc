"""Where reports and corrections are kept, on disk, and what was derived from them."""
