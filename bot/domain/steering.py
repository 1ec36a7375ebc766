"""What comes less often: half of its days, then every other week."""

from dataclasses import replace

from bot.domain.schedule import Rule

RAREST = 4
"""Less often than every so many weeks nothing comes: then it is rather stopped."""


def fewer(rule: Rule) -> Rule | None:
    """Return a rule with half of its days, or twice its weeks where there is one; None if neither.

    What comes once cannot come less often.
    """
    if rule.starts == rule.ends:
        return None
    if len(rule.days) > 1:
        return replace(rule, days=frozenset(sorted(rule.days)[::2]))
    weeks = rule.weeks * 2
    return replace(rule, weeks=weeks) if weeks <= RAREST else None
