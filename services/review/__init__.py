"""The organization department's work in rectification."""
