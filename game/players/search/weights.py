"""The weights of the value function, one for each of `features.NAMES` in their order.

Measured on 16,835 states of 1,800 games in the eight shipped scenarios: three in five between two planners, the others of a
planner against one of the ten single plans, whose states counted two fifths. Every game counted alike in its scenario and
every scenario alike. Ridge-regularised logistic regression (penalty 3) on whether the Center's score was above 0.

Mean log loss of planners' games, the scenario itself among those fitted to / left out / nothing known but the share of wins:
Fall from Grace 0.67/0.75/0.69, Gnome 0.55/0.59/0.56, The Long Hunt 0.69/0.73/0.68, Étienne 0.61/0.61/0.69,
The Island 0.62/0.63/0.69, Our Own People 0.55/0.59/0.56, Utka 0.59/0.65/0.66, A Planet Without a Visa 0.63/0.65/0.69.
So who leads can be told a few turns ahead; from the opening nobody can tell.
"""

WEIGHTS = (
    -2.09, -0.36, 1.38, -0.22, -0.17, 2.28, 0.79, 2.98, 1.16, 0.14, 1.51, 0.25, -0.19, 0.50, 0.43, 0.58,
    0.39, -0.50, 0.15, -0.03, 0.61, -0.64, -0.60, -0.49, -0.18, -0.68, -0.69, 0.97, 0.53, -0.21, -0.66, -0.62,
)  # fmt: skip
