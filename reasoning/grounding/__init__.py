"""From mentions to leaves: what each could stand for, as typed values with their cost and source."""
