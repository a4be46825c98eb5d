"""Leads concerning persons, walled off from everything else."""
