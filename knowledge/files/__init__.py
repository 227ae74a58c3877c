"""Reads folders of YAML files strictly, lays them over each other and caches them."""
