"""What people may ask of the organization department's service."""
