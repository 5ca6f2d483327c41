"""Plugins of our test runner."""
