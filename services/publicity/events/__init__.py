"""The facts publicity owns, and in `heard` what it learns from its neighbours."""
