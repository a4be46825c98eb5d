"""Questions to publicity."""
