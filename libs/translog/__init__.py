"""The bytes of Rectify's event logs: what is stored, hashed, signed and proved, verifiable without any server."""
