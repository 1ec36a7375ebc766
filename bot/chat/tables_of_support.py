"""Which service answers which button and question between a coach and those they support.

Words that are written to them, handing somebody over, and the end of a support.
"""

from collections.abc import Mapping

from bot.services import handing_over, support_ending, word_answers, writing
from bot.services.scene import Handler, Reader

TAPS: Mapping[str, Handler] = {
    "write": writing.ask,
    "write.several": writing.several,
    "write.send": writing.send,
    "group.write": writing.to_group,
    "word.read": word_answers.show_again,
    "word.answer": word_answers.ask,
    "word.thanks": word_answers.thank,
    "support.options": support_ending.options,
    "support.end": support_ending.ask,
    "support.end-now": support_ending.end,
    "support.keep": support_ending.keep,
    "handover": handing_over.ask_whom,
    "handover.whom": handing_over.confirm,
    "handover.ask": handing_over.ask,
    "handover.accept": handing_over.accept,
    "handover.refuse": handing_over.refuse,
    "handed.same": handing_over.same,
}

READERS: Mapping[str, Reader] = {
    writing.TOPIC: writing.read,
    word_answers.TOPIC: word_answers.read,
}
