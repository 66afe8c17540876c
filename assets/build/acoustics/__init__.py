"""How the game's sounds are made: noise, tones and echoes, and the moments and rooms put together from them."""
