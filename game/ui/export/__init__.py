"""A finished game to keep: as one page that a browser shows without a network, and as a poster. What both are made by lies in
`assets/export`."""
