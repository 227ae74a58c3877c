"""What the library holds: entities, measures, figures, things, averages and their units."""
