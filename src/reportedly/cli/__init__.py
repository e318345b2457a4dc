"""The command line: understands what the user wants, calls the pipeline, shows."""
