"""Views turned into words and rows. Nothing here imports pygame, so that it can be tested as plain values."""
