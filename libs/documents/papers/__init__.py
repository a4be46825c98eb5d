"""The data of each document, as JSON and as models."""
