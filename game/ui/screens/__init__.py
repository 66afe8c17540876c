"""The screens: each composes itself from plain values and answers with outcomes."""
