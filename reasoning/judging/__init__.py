"""How far a claim lies from what was reckoned, what speaks against a reading, and the weight of each side."""
