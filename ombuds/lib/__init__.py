"""Leaf helpers without models: dates, text, tokens, charts, PDF. Imports nothing of ours."""
