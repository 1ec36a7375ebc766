"""What every part of the bench agrees on: who there is, when they get up, and how fast to send.

It loads nothing, so that a bare bot is as light as it would be by itself.
"""

from datetime import time
from zoneinfo import ZoneInfo

TOKEN = "1:bench"
FIRST_ID = 7_100_000_000
"""The Telegram id of the first participant; the others come after it."""

PARIS = ZoneInfo("Europe/Paris")
WALLS = (time(7), time(7, 30), time(12))
PLANS = len(WALLS)
"""How many plans everybody has."""

USUAL = 30
PAID = 1_000
"""How many messages a second Telegram takes, and how many if that is paid for."""
