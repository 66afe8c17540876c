"""A finished game as the archives show it: both sides' secrets, what each knew, every roll, how the numbers went, the
hinges, and how history went in the same months. Plain values and words; asked only of games that are over."""
