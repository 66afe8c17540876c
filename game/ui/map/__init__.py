"""The map: an atlas plate painted from geometry, a camera over it, and what lies on it."""
