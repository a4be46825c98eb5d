"""Everything inspected: feedback, cases, findings, plans, evidence and sign-off, and the register of who is who."""
