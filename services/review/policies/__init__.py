"""What review does when a neighbour reports something."""
