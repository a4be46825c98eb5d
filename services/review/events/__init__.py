"""The facts that the organization department owns, and in `heard` what it learns from its neighbours."""
