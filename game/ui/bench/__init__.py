"""The game in its window, driven and measured for `utka bench`; each part runs in a process of its own."""
