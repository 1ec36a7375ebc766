"""People come into a group by a tap of their own, and go out of it again."""

import pytest

from tests.canaries import CANARY_NAME
from tests.services import group_plays as plays
from tests.services.group_plays import GROUP
from tests.services.memories import Cast, Memories, held, rows_of
from tests.services.plays import ENROLLED, ON_SQLITE, another_coach, leave, team_forms
from tests.services.stage import MONDAY, Phone, Stage


@pytest.fixture
async def cast(stage: Stage, memories: Memories) -> Cast:
    """Lina's group meets on eight Tuesdays; Sami is in it."""
    return await memories.recall(stage, plays.group_meets)


async def test_a_new_member_hears_the_dates_once(cast: Cast) -> None:
    sami, lina = cast["sami"], cast["lina"]

    assert sami.keys.count("workshop-dates") == 1
    assert "1. mardi 1er décembre, 14:00" in sami.everything
    assert lina.shown == "group-joined"
    assert "Sami" in lina.screen


async def test_nobody_is_in_a_group_before_their_own_tap(cast: Cast) -> None:
    noa = cast["lina"].stage.phone("Noa")
    await noa.open(await plays.invite_member(cast["lina"], "Noa"))
    await noa.choose(*ENROLLED)

    assert noa.shown == "join-offer"
    assert "Lina" in noa.screen
    assert await held(noa.stage, "group_member") == {"group_member": 1}


@ON_SQLITE
async def test_whoever_says_not_now_can_open_the_link_again(stage: Stage, cast: Cast) -> None:
    token = await plays.invite_member(cast["lina"], "Noa")
    team = await team_forms(stage)
    participant = team["participant"]
    await participant.open(token)
    await participant.choose("button-not-now")
    assert participant.shown == "join-declined"
    await participant.open(token)
    await participant.choose("button-join")

    assert "joined" in participant.keys
    assert await held(stage, "group_member") == {"group_member": 2}


async def test_somebody_who_is_here_already_joins_by_a_new_link(stage: Stage, cast: Cast) -> None:
    participant = (await team_forms(stage))["participant"]
    await participant.open(await plays.invite_member(cast["lina"], CANARY_NAME))
    await participant.choose("button-join")

    assert participant.shown == "workshop-dates"
    assert await held(stage, "group_member", "support") == {"group_member": 2, "support": 1}


@ON_SQLITE
async def test_a_link_is_for_who_opened_it_first(stage: Stage, cast: Cast) -> None:
    participant = (await team_forms(stage))["participant"]
    token = await plays.invite_member(cast["lina"], CANARY_NAME)
    await participant.open(token)

    await cast["sami"].open(token)

    assert "already-in" in cast["sami"].keys
    await participant.choose("button-join")
    assert "joined" in participant.keys


@ON_SQLITE
async def test_a_member_who_opens_another_link_is_in_already(cast: Cast) -> None:
    await cast["sami"].open(await plays.invite_member(cast["lina"], "Sami"))

    assert await cast["sami"].choose("button-join") == "C’est déjà noté."


@ON_SQLITE
async def test_a_link_for_members_opens_nothing_for_staff(stage: Stage, cast: Cast) -> None:
    coach = await another_coach(stage)

    await coach.open(await plays.invite_member(cast["lina"], "Karim"))

    assert "already-in" in coach.keys
    assert "join-offer" not in coach.keys


@ON_SQLITE
async def test_a_link_that_was_taken_back_opens_nothing(stage: Stage, cast: Cast) -> None:
    participant = (await team_forms(stage))["participant"]
    await participant.open(await plays.invite_member(cast["lina"], CANARY_NAME))
    await cast["lina"].choose("button-cancel-invitation")

    await participant.choose("button-join")

    assert participant.shown == "out-of-date"
    assert await held(stage, "group_member") == {"group_member": 1}


async def test_somebody_in_two_groups_hears_of_which_one_it_is(cast: Cast) -> None:
    lina, sami = cast["lina"], cast["sami"]
    await lina.write("/groupes")
    await lina.choose("button-new-group")
    await lina.write("Jeudi")
    await lina.choose("button-skip", "eight-workshops/title")
    await sami.open(await plays.invite_member(lina, "Sami", "Jeudi"))
    await sami.choose("button-join")

    assert "joined-another" in sami.keys
    assert f"Groupe\u00a0: {GROUP}" in sami.everything
    assert sami.shown == "workshop-no-dates"
    await sami.write("/ateliers")
    newest = [bubble.worded.text for bubble in sami.latest[:2]]
    assert sorted("Jeudi" in text for text in newest) == [False, True]
    assert sorted(GROUP in text for text in newest) == [False, True]


async def test_dates_that_are_chosen_later_are_told_once(stage: Stage) -> None:
    lina = (await plays.group_begins(stage))["lina"]
    sami = await plays.member_joins(lina, "Sami")
    assert sami.shown == "workshop-no-dates"

    await plays.set_dates(lina)

    assert sami.keys.count("workshop-dates") == 1
    assert len(await rows_of(stage, "plan")) == 8


async def test_the_second_facilitator_leads_the_group_too(cast: Cast) -> None:
    marc = await plays.second_lead(cast["lina"])

    await marc.write("/groupes")
    await marc.tap(GROUP)

    assert "Sami" in marc.screen
    assert cast["lina"].shown == "group-lead-joined"


async def test_a_coach_can_lead_a_group_by_their_own_tap(stage: Stage, cast: Cast) -> None:
    karim = await another_coach(stage)
    await karim.open(await plays.invite_lead(cast["lina"], "Karim"))
    await karim.choose("button-join")
    await karim.write("/menu")

    assert "button-my-groups" in karim.offers
    assert "button-my-people" in karim.offers


@ON_SQLITE
async def test_a_group_has_two_facilitators_at_most(stage: Stage, cast: Cast) -> None:
    lina = cast["lina"]
    for_karim = await plays.invite_lead(lina, "Karim")
    await plays.second_lead(lina)
    karim = await another_coach(stage)
    await karim.open(for_karim)
    await karim.choose("button-join")

    assert karim.shown == "group-two-leads"
    await lina.write("/groupes")
    await lina.tap(GROUP)
    await lina.choose("button-facilitators")
    assert "button-invite-lead" not in lina.offers


async def test_a_facilitator_who_is_taken_out_sees_nothing_on_the_next_tap(cast: Cast) -> None:
    lina = cast["lina"]
    marc = await plays.second_lead(lina)
    await plays.open_group(marc)
    members = marc.find("button-members")
    await plays.open_group(lina)
    await lina.choose("button-facilitators")
    await lina.tap("Marc")
    await lina.choose("button-take-out-of-group")

    await marc.press(*members)

    assert marc.shown == "out-of-date"
    assert "group-lead-over" in marc.keys
    await marc.write("/groupes")
    assert marc.shown == "groups-none"


@ON_SQLITE
async def test_a_facilitator_can_stop_while_another_one_leads(cast: Cast) -> None:
    lina = cast["lina"]
    await plays.second_lead(lina)
    await plays.open_group(lina)
    await lina.choose("button-facilitators")
    await lina.tap("Lina")
    stop = lina.find("button-take-out-of-group")
    await lina.press(*stop)

    assert lina.shown == "group-lead-over"
    assert [row["person_id"] for row in await rows_of(lina.stage, "group_lead")] != []


@ON_SQLITE
async def test_the_last_facilitator_stays(cast: Cast) -> None:
    lina = cast["lina"]
    marc = await plays.second_lead(lina)
    buttons = {}
    for phone, other in ((lina, "Marc"), (marc, "Lina")):
        await plays.open_group(phone)
        await phone.choose("button-facilitators")
        await phone.tap(other)
        buttons[other] = phone.find("button-take-out-of-group")
    await plays.open_group(lina)
    await lina.choose("button-facilitators")
    await lina.tap("Lina")
    alone = lina.find("button-take-out-of-group")
    await lina.press(*buttons["Marc"])
    await lina.press(*alone)

    assert lina.shown == "group-last-lead"
    await marc.press(*buttons["Lina"])
    assert marc.shown == "out-of-date"


async def test_a_member_who_is_taken_out_is_told_once_and_hears_no_more(cast: Cast) -> None:
    lina, sami = cast["lina"], cast["sami"]
    await plays.open_group(lina)
    await lina.choose("button-members")
    await lina.tap("Sami")
    await lina.choose("button-take-out-of-group")
    assert lina.shown == "group-members-none"
    await lina.stage.go_to(MONDAY.replace(month=12, day=1, hour=20))

    assert sami.shown == "group-left-by-team"
    assert "workshop-tomorrow" not in sami.keys
    assert await held(lina.stage, "attendance") == {"attendance": 0}


async def test_a_member_leaves_a_group_by_themselves(cast: Cast) -> None:
    sami, lina = cast["sami"], cast["lina"]
    await sami.write("/ateliers")
    await sami.choose("button-leave-group", "button-leave-it")
    await sami.stage.go_to(MONDAY.replace(month=12, day=1, hour=20))

    assert sami.shown == "workshops-left"
    assert lina.shown == "group-member-left"
    await sami.write("/ateliers")
    assert sami.shown == "workshops-none"


@ON_SQLITE
async def test_a_facilitator_supports_nobody_by_inviting(stage: Stage, cast: Cast) -> None:
    assert "invite-used" not in cast["lina"].keys
    assert await held(stage, "support") == {"support": 0}


async def test_whoever_is_erased_is_named_to_the_facilitators_once_more(cast: Cast) -> None:
    lina, sami = cast["lina"], cast["sami"]
    await plays.open_group(lina)
    await lina.choose("button-members")
    await leave(sami)

    vault = lina.stage.database.vault
    kept = [
        str(vault.open(row["sealed_message"], place=f"delivery.message:{row['id']}"))
        for row in await rows_of(lina.stage, "delivery")
        if row["sealed_message"]
    ]
    assert lina.shown == "group-member-left"
    assert len([words for words in kept if "Sami" in words]) == 1


@ON_SQLITE
async def test_the_team_is_named_where_a_facilitator_invites(stage: Stage, cast: Cast) -> None:
    noa = stage.phone("Noa")
    await noa.open(await plays.invite_member(cast["lina"], "Noa"))
    await noa.choose(*ENROLLED[:3])

    assert noa.screen.startswith("Que peut voir l’équipe")
    assert noa.shown == "enrol-share-in-group"
    await noa.choose("button-let-me-choose")
    assert noa.shown == "enrol-choose-no-coach"


@ON_SQLITE
async def test_a_facilitator_of_another_group_gets_nowhere(stage: Stage, cast: Cast) -> None:
    lina = cast["lina"]
    other = await plays.facilitator_comes_in(stage, "Eva")
    await plays.open_group(lina)

    number, token = lina.find("button-members")
    await other.press(number, token)

    assert other.shown == "out-of-date"
    assert "Sami" not in other.everything


@ON_SQLITE
async def test_an_open_invitation_is_seen_by_who_leads(cast: Cast) -> None:
    lina: Phone = cast["lina"]
    await plays.invite_member(lina, "Noa")

    await lina.choose("button-back", "button-members")

    assert "Noa\u00a0: invitation en attente" in lina.screen
