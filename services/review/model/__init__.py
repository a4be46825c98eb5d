"""What the organization department decides about, and the rules of it."""
