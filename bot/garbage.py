"""How seldom Python looks for what refers to itself in circles and is used no more.

Nobody is answered while it looks. Most of what is there once the program runs stays to the end, and
most of what comes goes without being looked for.
"""

import gc

SELDOM = 10_000
"""How many more objects there are to be than at the last look; by itself Python looks at 700, or at
2,000, by its version.
"""


def look_seldom() -> None:
    """From now on pass over what is there, and look through what comes seldom."""
    gc.freeze()
    gc.set_threshold(SELDOM)
