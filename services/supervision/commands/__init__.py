"""What bodies may ask supervision to do, one module a topic."""
