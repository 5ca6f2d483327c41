"""What is asked, and what may be answered. Private to this room."""
