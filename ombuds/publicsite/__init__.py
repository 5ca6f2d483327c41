"""What anyone may read: publications, recommendations, reports, feeds. Reads only frozen, released copies."""
