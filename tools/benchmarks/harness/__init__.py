"""What tools/bench is made of: a workshop that starts and stops programs, participants, cases with their goals, and the table."""
