"""Invents complaints with known truth: which problem each is about, which problems burst and when, which texts were a campaign."""
