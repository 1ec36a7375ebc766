"""The methods of the Bot API that our small Telegram has, by theme."""
