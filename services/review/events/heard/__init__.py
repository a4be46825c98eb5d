"""What neighbours tell, in review's own words: one module a neighbour."""
