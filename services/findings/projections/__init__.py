"""Read models: folds over facts."""
