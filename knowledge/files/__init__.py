"""Folders of YAML files: read strictly, laid over each other, cached."""
