"""What supervision learns from its neighbours, in its own words, one module a neighbour."""
