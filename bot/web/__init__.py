"""What this program answers over HTTP: how it is doing, and the updates that Telegram brings."""
