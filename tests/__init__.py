"""The tests mirror the source tree: `tests/reading/test_times.py` tests `reading/times.py`."""
