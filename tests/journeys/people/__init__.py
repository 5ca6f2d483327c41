"""Who walks through the office: each person is a browser, and each thing that they do is a sentence."""
