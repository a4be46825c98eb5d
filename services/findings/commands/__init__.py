"""What people and neighbours may wish, in the imperative."""
