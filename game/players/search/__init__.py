"""The player that thinks ahead: it imagines whole games that fit its view, and plays its plans on in them."""
