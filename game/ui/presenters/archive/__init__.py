"""The archive as rows, pages and links; what a running game keeps shut of it. Nothing here draws."""
