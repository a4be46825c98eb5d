"""What decides about leads."""
