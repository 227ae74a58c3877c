"""What the library holds: entities, measures, figures, things, averages, formulas and their units."""
