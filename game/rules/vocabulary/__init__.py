"""What the words of the vocabulary do: one small function or case for each word."""
