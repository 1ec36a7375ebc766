"""What happens: each function is given a session and a moment, asks the domain, and writes."""
