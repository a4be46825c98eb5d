"""The facts of this context, in the past tense."""
