"""The command line `rectify`: every call of every contract as a verb, and what an operator or auditor needs besides."""
