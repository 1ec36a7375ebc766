"""Time reaches the program through here."""
