"""Doubt as it is shown."""


def percent(hundredths: int) -> int:
    """Doubt in whole per cents, as it is shown everywhere.

    However little there is shows as 1: 0 is for whom nothing could win over.
    """
    return max(1, (hundredths + 50) // 100) if hundredths else 0
