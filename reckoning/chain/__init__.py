"""Chains of estimates, over `formulas.yaml`, `things/` and `averages/` of the knowledge."""
