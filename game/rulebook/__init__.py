"""The rules in words: the names of reasons that the desk shows too, and the book that is written from the rules."""
