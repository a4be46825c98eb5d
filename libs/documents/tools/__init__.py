"""Draws the default docx templates, which are then kept as files."""
