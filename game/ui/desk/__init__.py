"""The desk: the main screen, in parts. Each part draws one region from plain rows and answers with outcomes."""
