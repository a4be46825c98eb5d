"""What publicity does when neighbours tell something."""
