"""What supervision does when something happened, one module a topic."""
