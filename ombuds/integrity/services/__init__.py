"""The acts of the room. Each takes a holder (whose private key opens what the act needs), refuses early, and notes itself."""
