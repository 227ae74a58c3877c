"""The owners' commands and uploads, by which they keep the figures."""
