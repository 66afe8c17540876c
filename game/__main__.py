"""`python -m game` is the same as `utka`."""

from game.cli import main

if __name__ == "__main__":
    main()
