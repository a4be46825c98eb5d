"""The tables of which the page of this service consists, one module per topic."""
