"""What the planners care for, under the name by which they know it: the definitions stand with those of the scenarios."""

from game.rules.tempers import CenterPlan, CirclePlan

__all__ = ["CenterPlan", "CirclePlan"]
