"""Typed search: the expressions over leaves that could be what is claimed."""
