"""Official documents from data through replaceable templates."""
