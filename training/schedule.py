"""How fast to learn at which step."""

import math


def rate(step: int, steps: int, warm: float) -> float:
    """Linear up over the first `warm` of the steps, then along half a cosine to zero."""
    done = step / steps
    return done / warm if done < warm else 0.5 * (1 + math.cos(math.pi * (done - warm) / (1 - warm)))
