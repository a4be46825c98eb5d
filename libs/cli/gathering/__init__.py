"""Gathers the data of official documents from the services' queries: ids become names, codes become words."""
