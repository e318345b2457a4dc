"""The measuring stick: one module a task, our figure beside baselines run in the same process. Not shipped."""
