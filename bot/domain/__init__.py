"""What is true about schedules, messages and consent: plain Python, standard library only."""
