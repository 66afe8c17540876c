"""City plates: local maps drawn from data in the hand of the atlas."""
