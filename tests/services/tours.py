"""Tours through the screens of a feature, so that each of its buttons was shown once."""

from datetime import time

from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.schedule import EVERY_DAY, Rule
from bot.domain.sharing import Purpose
from bot.services import consenting, following_up, recurring, sentences
from bot.services.delivering import drain
from bot.services.saying import say
from bot.store.ids import new_id
from tests.canaries import CANARY_NAME, CANARY_TEXT, private
from tests.services.plays import another_coach
from tests.services.scenes import scene_of
from tests.services.stage import Phone
from tests.services.tour_of_exercises import through_exercises
from tests.services.tour_of_groups import through_groups
from tests.services.tour_of_homework import through_homework
from tests.services.tour_of_messages import through_messages
from tests.services.tour_of_people import through_people
from tests.services.tour_of_proposals import through_proposals
from tests.services.tour_of_reminders import through_reminders
from tests.services.tour_of_words import through_words


async def through_features(coach: Phone, participant: Phone) -> None:
    """See all of every feature, after the first check-in of the participant."""
    await through_checkins(coach, participant)
    await through_coping(coach, participant)
    await through_reminders(participant)
    await through_proposals(coach, participant)
    await through_working_days(coach, participant)
    await through_own_data(participant)
    await through_safety(participant)
    await through_exercises(participant)
    await through_messages(participant)
    await through_homework(coach, participant)
    await through_groups(coach, participant)
    await through_people(coach, participant)
    await through_words(coach, participant)


async def through_own_data(participant: Phone) -> None:
    """See all that belongs to what is kept, what was agreed to, and leaving."""
    await participant.write("/mydata")
    async with scene_of(participant) as scene:
        await say(scene, consenting._question(scene, Purpose.NOTE, scene.now))
    await drain(participant.stage.post)
    await participant.write("/privacy")
    await participant.choose("button-my-consents", "button-end-channel", "button-my-consents")
    await participant.choose("button-agree-again", "button-agree")


async def through_checkins(coach: Phone, participant: Phone) -> None:
    """See all that belongs to check-ins, after the first one of the participant."""
    await participant.choose("button-every-week")
    await participant.tap("18:00")
    await participant.choose("button-my-checkins", "button-day", "button-days")
    await participant.choose("button-my-checkins", "button-change-moment", "button-every-day")
    await participant.tap("18:00")
    await participant.choose("button-my-checkins", "button-change-moment")
    async with scene_of(participant) as scene:
        plan = await following_up.current(scene)
        assert plan is not None
        comes = recurring.invitation(plan, scene.today)
        for message in (following_up._helps(plan), following_up._LOW_DAYS, comes):
            await say(scene, message)
    await drain(participant.stage.post)
    await participant.choose("button-no")
    await participant.write("/days")
    await participant.choose("button-mark")
    await participant.write(private("entretien"))
    await participant.choose("button-mark-today")
    await participant.write("/privacy")
    await participant.choose("button-coach-screen")
    await coach.write("/menu")
    await coach.choose("button-my-people")
    await coach.tap(CANARY_NAME)


async def through_coping(coach: Phone, participant: Phone) -> None:
    """See all that belongs to hard moments: techniques, reminders, sentences, a proposal."""
    await participant.write("/stress")
    await participant.choose("button-technique", "button-step-by-step", "button-stop")
    await participant.write("/menu")
    await participant.choose("button-stress", "button-strategies", "button-choose-techniques")
    await participant.tap("Pieds au sol")
    await participant.choose("button-take-out", "button-choose-techniques")
    await participant.tap("Pieds au sol")
    await participant.choose("button-add")
    await participant.write("/menu")
    to_reminders = ("button-stress", "button-strategies", "button-technique-reminders")
    await participant.choose(*to_reminders, "button-add-reminder", "button-moment-interview")
    await participant.write("/menu")
    await participant.choose(*to_reminders, "button-add-reminder", "button-moment-chosen")
    await participant.choose("button-done")
    await participant.write("/phrases")
    await participant.choose("button-write")
    await participant.write(CANARY_TEXT)
    await participant.choose("button-sentences", "button-own")
    async with scene_of(participant) as scene:
        plan = Plan(
            id=new_id(),
            person_id=scene.member.id,
            kind=PlanKind.SENTENCE,
            state=PlanState.ACTIVE,
            rule=Rule(days=EVERY_DAY, wall=time(18), starts=scene.today),
            proposed_by=None,
        )
        await say(scene, sentences.brings(plan, scene.today))
    await drain(participant.stage.post)
    await coach.write("/menu")
    await coach.choose("button-my-people")
    await coach.tap(CANARY_NAME)
    await coach.choose("button-propose-technique", "button-technique", "button-propose")


async def through_working_days(coach: Phone, participant: Phone) -> None:
    """See all that belongs to the time after work, to asking for a contact, to an absence."""
    await participant.write("/afterwork")
    await participant.choose("button-yes")
    await participant.tap("17:00")
    await participant.choose("button-which-days", "button-done", "button-answer-now")
    await participant.choose("afterwork/steps/went/options/mixed", "button-skip")
    await participant.write(private("après"))
    await participant.write("/afterwork")
    await participant.choose("button-answer-now")
    await participant.write("/contact")
    await coach.choose("button-seen")
    await coach.write("/menu")
    await coach.choose("button-digest", "button-change-time")
    other = await another_coach(coach.stage, "Lina")
    await coach.write("/menu")
    await coach.choose("button-cover")
    await coach.tap("Lina")
    await coach.choose("button-today", "button-tomorrow")
    await other.write("/menu")
    await other.choose("button-cover")
    await other.tap("Nadia")
    await other.choose("button-today", "button-tomorrow")


async def through_safety(participant: Phone) -> None:
    """See all that belongs to help: the question after plain words, one's own plan, discretion."""
    await participant.write("je veux mourir")
    await participant.choose("button-rather-not-say", "button-my-plan", "button-myplan-begin")
    for place in ("signes", "calme", "lieux", "proches", "soignants", "attendu", "inutile"):
        await participant.write(private(place))
    await participant.write("/plan")
    await participant.write("/discret")
    await participant.write("/menu")
