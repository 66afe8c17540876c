"""The lesson at one's elbow: cards that point at what they speak of, and notes the first time something is met."""
