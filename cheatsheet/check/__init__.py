"""Run entries and decide their claims: processes of their own, what a run did, what holds."""
