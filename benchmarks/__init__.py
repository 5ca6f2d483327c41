"""What OpenOmbuds claims about speed and quality, measured by one command: ./run bench [NAME …]"""
