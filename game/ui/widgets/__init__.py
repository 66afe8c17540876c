"""Things to read and touch that several screens use."""
