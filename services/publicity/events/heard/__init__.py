"""What neighbours tell, in publicity's own words."""
