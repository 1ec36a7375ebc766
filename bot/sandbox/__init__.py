"""A Telegram of our own, to try Relais and to test it with.

`world` is what exists and what people do; `telegram` serves it to a bot as the Bot API, `transport`
without a socket and `serving` on one; `faults` and `limits` make it fail and refuse on purpose;
`phones` is the page on which a visitor plays everybody.
"""
