"""Pages that change a case. The case page itself is the desk's."""
