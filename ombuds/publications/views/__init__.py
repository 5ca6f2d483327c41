"""Pages of publishing: drafts, their check, review, approval, and the public copies of recommendations."""
