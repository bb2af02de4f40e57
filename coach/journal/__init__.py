"""What is remembered: attempts, turns, evaluations, corrections, in one SQLite file."""
