"""What is heard: the book of sounds, the device that plays them, and the board that says when."""
