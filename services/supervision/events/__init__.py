"""The facts supervision owns, and in `heard` what it learns from its neighbours."""
