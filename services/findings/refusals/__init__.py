"""Every way in which this context says no."""
