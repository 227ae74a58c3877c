"""Alembic's folder: the steps from one schema to the next, part of the package so that a wheel can take them."""
