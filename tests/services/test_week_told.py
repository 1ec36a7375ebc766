"""Once a week the digest says what became of the messages: three numbers, of what is shown."""

from tests.canaries import CANARY_NAME
from tests.services.conftest import Team
from tests.services.plays import ON_SQLITE, another_coach
from tests.services.stage import Phone
from tests.services.test_contacting import paris
from tests.services.test_deskwork import hide_wakeups

BEGINS = "La semaine passée"
NUMBERS = BEGINS + ", messages envoyés : {}, avec réponse : {}, jamais arrivés : {}."
MONDAY_DIGEST = paris(30, 9)


def weeks(phone: Phone, begins: str = BEGINS) -> list[str]:
    """Return the messages that tell of a week."""
    return [text.replace("\xa0", " ") for text in phone.texts if begins in text]


async def test_it_comes_with_the_first_digest_of_a_week_and_once(agreed: Team) -> None:
    await agreed.stage.go_to(paris(24, 7))
    await agreed.participant.choose("button-up")
    await agreed.stage.go_to(paris(27, 18))
    assert weeks(agreed.coach) == []

    await agreed.stage.go_to(MONDAY_DIGEST)

    [told] = weeks(agreed.coach)
    assert told.endswith(
        f"• {CANARY_NAME} : pas de réponse au réveil, vendredi 27 novembre.\n"
        + NUMBERS.format(4, 1, 0)
    )
    await agreed.stage.pass_time(days=3)
    assert len(weeks(agreed.coach)) == 1


@ON_SQLITE
async def test_it_comes_alone_where_nobody_needs_anything(agreed: Team) -> None:
    for day in range(24, 28):
        await agreed.stage.go_to(paris(day, 7))
        await agreed.participant.choose("button-not-working")

    await agreed.stage.go_to(MONDAY_DIGEST)

    assert weeks(agreed.coach) == [NUMBERS.format(4, 4, 0)]
    assert "digest-week" in agreed.coach.keys


@ON_SQLITE
async def test_what_did_not_arrive_is_not_what_was_not_answered(agreed: Team) -> None:
    await agreed.stage.go_to(paris(25, 12))
    await agreed.participant.change_membership("kicked")

    await agreed.stage.go_to(MONDAY_DIGEST)

    [told] = weeks(agreed.coach)
    assert told.endswith(NUMBERS.format(4, 0, 2))


@ON_SQLITE
async def test_a_quiet_week_is_quiet(team: Team) -> None:
    await team.stage.go_to(MONDAY_DIGEST)

    assert weeks(team.coach) == []


@ON_SQLITE
async def test_what_is_kept_is_not_counted(agreed: Team) -> None:
    await agreed.stage.go_to(paris(24, 7))
    await agreed.participant.choose("button-up")
    await hide_wakeups(agreed.participant)

    await agreed.stage.go_to(MONDAY_DIGEST)

    assert weeks(agreed.coach) == []


@ON_SQLITE
async def test_another_coach_reads_no_numbers(agreed: Team) -> None:
    karim = await another_coach(agreed.stage)

    await agreed.stage.go_to(MONDAY_DIGEST)

    assert len(weeks(agreed.coach)) == 1
    assert weeks(karim) == []


@ON_SQLITE
async def test_it_is_said_in_english(agreed: Team) -> None:
    await agreed.coach.write("/language")
    await agreed.coach.choose("button-speak-english")

    await agreed.stage.go_to(MONDAY_DIGEST)

    [told] = weeks(agreed.coach, "Last week")
    assert "Last week, messages sent: 4, answered: 0, never received: 0." in told
