"""The Revelations: the declassified map with its months, and beside it what was secret."""
