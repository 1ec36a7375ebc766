### The words of Relais, in English. How to write them stands in content/README.md.

## Days and dates, inside sentences

value-date = { $weekday } { $day } { $month }
value-short-date = { $day } { $month }
value-days-all = every day
value-days-range = { $first } to { $last }
value-days-list = { $days }
value-days-none = no day

## The two buttons at the bottom

keyboard-menu = Menu
keyboard-help = Help

## The help card

help-card = { $card }
help-card-danger = In danger? Call { $number }.
help-card-danger-two = In danger? Call { $number } or { $other }.
help-card-line = Dark thoughts? Call { $number } ({ $name }), { $hours }. { $note }
help-card-other-line = { $name }: { $number }, { $hours }. { $note }
help-card-people =
    Your coach or someone close can listen too.

    Nobody reads here in real time.
help-card-people-no-coach =
    Someone close can listen too.

    Nobody reads here in real time.
desk-commands =
    For your work here, you can type:

    { $lines }
line-desk-command = /{ $name } – { $called }

## Words that may worry

care-direct =
    I am a program, and I may have misunderstood.

    { $card }

    { $told ->
        [1] I tell no one else.
       *[other] I tell no one.
    } Are you in danger now?
button-in-danger = Yes
button-no = No
button-rather-not-say = Rather not say
care-possible =
    I may have misunderstood. If things are hard, these people can help now:

    { $card }

    { $told ->
        [1] I tell no one else.
       *[other] I tell no one.
    }
care-danger =
    { $numbers }

    Go near somebody, or ask somebody to come.

    I am a program: I cannot call for you. { $told ->
        [1] No one else is told.
       *[other] No one is told.
    }
care-call = Call { $number } now.
care-call-two = Call { $number } or { $other } now.
care-stays =
    All right. The help card stays here.

    { $card }

    { $lines }

    { $told ->
        [1] I tell no one else.
       *[other] I tell no one.
    }
line-coach-hours = { $coach } can be reached { $days }, from { $opens } to { $closes }.

## My plan for hard moments

button-my-plan = My plan
myplan-empty =
    My plan for hard moments

    Seven questions, ten minutes. You can skip some.

    It is best filled in at a calm moment, with your coach or somebody you trust.

    It is for you: nobody else sees it in Relais.
myplan-empty-no-coach =
    My plan for hard moments

    Seven questions, ten minutes. You can skip some.

    It is best filled in at a calm moment, with somebody you trust.

    It is for you: nobody else sees it in Relais.
button-myplan-begin = Begin
button-myplan-change = Change
button-myplan-picture = As a picture
myplan-whole =
    My plan for hard moments

    { $parts }

    { $card }
myplan-page =
    My plan for hard moments

    { $card }

    { $parts }
myplan-part =
    — { $name }
    { $text }
myplan-signs = My signs
myplan-calm = What calms me
myplan-places = My places
myplan-people = My people
myplan-professionals = Professionals
myplan-wanted = What others can do
myplan-unwanted = What they can leave out
myplan-picture =
    Here is your plan as a picture.

    Keep it on your phone: it opens without a network.
command-plan = My plan for hard moments

## Discreet mode

button-discreet = Discreet mode
discreet-message = A message is waiting.
button-reveal = See the message
discreet-off =
    Discreet mode: off

    With it, my messages show one neutral line. You tap a button to read the rest.

    It helps when other people see your phone.
discreet-on =
    Discreet mode: on

    My messages show one neutral line. You tap a button to read the rest.
button-discreet-begin = Switch on
button-discreet-end = Switch off
discreet-begun =
    Noted: discreet mode.

    You will see “A message is waiting” and a button. Your answers stay visible in the conversation.
discreet-ended = Noted. My messages can be read in full again.

## Everywhere: buttons and small words

button-menu = Menu
button-help = Help
button-back = Back
button-continue = Continue
button-done = Done
button-none = Not needed
button-no-thanks = No thanks
button-agree = I agree
button-noted = Noted
toast-already = This is already noted.
toast-used = This invitation was used already.
toast-gone = This is no longer possible.
toast-over = That day has begun or is over.
toast-last-day = One day at least stays chosen.
the-team = the team

## The menu

menu =
    Hello { $name }. What would you like to do?

    I am a program. Nobody reads here in real time.
button-my-people = People I support
button-new-reminder = New reminder
button-invite = Invite someone
button-checkin = Check in
button-my-wakeup = My wake-up
button-sharing = Who sees what
button-settings = Settings
button-pause = Take a break

## Language and place

button-french = Français
button-english = English
button-speak-french = Français
button-speak-english = English
button-language = Language
zone-question =
    Where are you?

    In { $city }, it is { $time }. Is that your time too?
button-zone-usual = Yes, { $time }
button-zone-other = No, somewhere else
zone-others =
    Choose a place.

    Or write a big city, for example: Athens.
button-zone = { $city }, { $time }
zone-unknown =
    I cannot find this city.

    Write another big city, for example: Brussels.
zone-confirm = In { $city }, it is { $time }. Is that your time?
button-zone-right = Yes, that’s right

## Somebody comes in

enrol-welcome =
    Hello { $name }. You are invited by { $coach }.

    I am a program. I write to you at times that you choose: a wake-up, reminders.

    A few questions first, in two minutes. You can stop at any time.
enrol-limits =
    I am not a person, and not an emergency service.

    I do not replace your alarm clock. A phone can be off.

    { $card }
button-understood = I understand
consent-channel =
    Our messages go through Telegram. They are not end-to-end encrypted: Telegram could read them.

    Write as little as possible about private things here.

    Saying no changes nothing in your support. You can stop with /leave.

    Do you agree?
enrol-share =
    What may { $coach } see?

    The essential:
    • Exercises done or not: the workshop team too
    • Wake-up
    • How you are, also at work

    Never your sentences.

    The minimum:
    • If my messages arrive, and when the next comes
    • Your breaks
    • Exercises done or not: only the team

    You can change this any time.
enrol-share-in-group =
    What may the workshop team see?

    Exercises done, and whether you get my messages. Never your sentences.

    The essential: a coach, later, sees that too, with wake-up, mood and work.

    The minimum: a coach would only see whether my messages arrive, and any break.

    You can change this any time.
button-essential = The essential
button-minimum = The minimum
button-let-me-choose = Let me choose
enrol-choose =
    Nothing is shown at first. Tap a line to change it.

    Exercises, wake-up, mood, work: to your coach.
    Workshop: your exercises done or not, to the workshop team.
enrol-choose-no-coach =
    Nothing is shown at first. Tap a line to change it.

    Exercises, wake-up, mood, work: to a coach, later.
    Workshop: your exercises done or not, to the workshop team.
button-exercises-shown = Exercises: shown
button-exercises-kept = Exercises: for me
button-wakeups-shown = Wake-up: shown
button-wakeups-kept = Wake-up: for me
button-checkins-shown = Mood: shown
button-checkins-kept = Mood: for me
button-facilitator-shown = Workshop: shown
button-facilitator-kept = Workshop: for me
enrol-address = In French, shall I say vous or tu?
enrol-tap = I am a program. Nobody reads this message. To go on, tap an answer.
button-vous = Vous
button-tu = Tu
enrol-done =
    Done. Welcome.

    Here is the help card. The “Help” button shows it at any time.
enrol-refused =
    Noted. I have kept nothing.

    Your support goes on as before. The same link still works if you change your mind.

## A coach comes in

staff-welcome =
    Hello { $name }. I am Relais, a program.

    Which language do you prefer?
    Le français est aussi possible.
hours-question =
    When can people reach you? I write to you at these hours, Monday to Friday. Outside them, only if you write to me.

    Tap a choice, or write your hours, for example: 8:30-16:30.
button-hours = { $opens } – { $closes }
hours-again = I did not understand these hours. Write for example: 9:00-17:00.
hours-kept = Noted: from { $opens } to { $closes }, Monday to Friday.
hours-without-note = The morning note was set after these hours for { $names }: it no longer comes. Each of them knows.
coach-ready =
    All is ready. You can invite somebody.

    You will see only what that person chooses to show.
facilitator-ready = All is ready. The menu and help are at the bottom.
supervisor-ready = Noted. You will read numbers here, and no names.

## Inviting

invite-question =
    Who would you like to invite?

    Write a first name or a nickname, no family name.
invite-name-again = Write only a first name or a nickname, for example: Sami.
name-too-long = That name is too long: { $most } signs at most. A shorter one?
invite-one-name = One first name at a time. Each person has a link of their own.
invite-ready =
    Invitation for { $name }.
    Show this code, or send this link. It works once only, for three days.
button-cancel-invitation = Cancel the invitation
invite-cancelled = The invitation for { $name } is cancelled. The link no longer works.
invite-used =
    The invitation for { $name } has been used.

    Name shown on Telegram: “{ $account }”. Is this the right person?
no-account-name = no name
invite-to-confirm =
    The invitation for { $name } has been used.

    Is this the right person?
button-it-is-them = Yes, right person
button-not-them = No, someone else
invite-confirmed =
    Noted. { $name } is on your list.

    You can propose a wake-up, or another reminder.
invite-denied =
    Noted. You will see nothing of this person.

    You can make a new invitation.
invite-not-confirmed =
    Your coach did not recognise this invitation.

    Your coach is shown nothing. You can talk about it face to face.

## The people supported

people = { $lines }
people-none = There is nobody on your list yet. You can invite somebody.
people-part =
    { $lines }

    { $first } to { $last } of { $count }. To find somebody, write their name.
people-not-found =
    I do not find this name in your list.

    You can write another one.
button-previous = Previous
button-next = Next
button-everybody = The whole list
person =
    { $name }

    { $lines }
button-person = { $name }
line-person =
    • { $name }
    { $lines }
line-invited = • { $name }: invitation waiting
line-to-confirm = • { $name }: to be confirmed
line-there = In { $city }, it is { $time }
line-unreachable = Messages do not arrive at the moment
line-silent = No answer to { $count } wake-ups in a row
line-proposal-waits = Your proposal waits for an answer
line-paused = Taking a break, back on { $day }
line-stopped = No message goes out: their agreement is missing
line-proposed = Wake-up proposed at { $time }, waiting for an answer
line-checkin = Check-in of { $day }:
line-checkin-value = { $name }: { $answer }
line-next = Next message: { $day }, { $time }
outcome-awaited = This morning: no answer yet
outcome-snoozed = This morning: a few more minutes
outcome-up = This morning: up, answered at { $time }
outcome-not-working = Today: not working
outcome-unwell = Today: not well

## What is agreed with a person, for the coach

button-agreed = Agreed plans
person-agreed =
    What is agreed with { $name }

    { $lines }
line-agreed-none = Nothing is agreed at the moment.
line-coming-messages = Next messages:
line-moment = • { $day }, { $time }

## A coach’s notes, for themselves

button-notes = My notes
person-notes =
    { $count ->
        [0] You have no note about { $name } yet.
       *[other] Your notes about { $name }.
    }

    Nobody else reads them in Relais. They go when you no longer support this person.

    { $name } can know that there are some, and ask to read them.
person-note-write =
    Write your note about { $name }, in a few words.

    Facts, which { $name } can read one day. Your message also stays in this Telegram chat.
person-note-kept =
    It is kept, for you. About { $name }:

    “{ $text }”
person-note =
    { $name }, { $day }:

    “{ $text }”
person-notes-full = There are { $count } notes about { $name } already. You can erase one to write another.
button-note = { $text } ({ $day })
button-note-write = Write a note
button-note-erase = Erase the note
toast-note-erased = The note is erased here. Your Telegram message stays.

## A word from the team

button-write-word = Write a word
button-write-several = Write to several
button-write-group = Write to group
button-write-all = The whole group
button-write-missed = Reach again
write-several =
    To whom? Tap the names, then “Continue”.

    Each person gets it apart, without knowing who else does.

    Chosen: { $count }
write-group =
    To whom, in the group “{ $group }”?

    “Reach again”: only where my last message did not arrive, and the next one can.
write-to-person = { $name }
write-to-people = { $count } people
write-to-group = { $count ->
    [1] the group “{ $group }”, one person
   *[other] the group “{ $group }”, { $count } people
}
write-ask =
    A word for { $to }

    Write it here. You read it again before it is sent.
word-again = I can read no word in this message. Write a few words, or tap “Back”.
word-long = This is long. The limit is { $most } characters. Please write it shorter.
# long: what was typed stands inside
write-card =
    For { $to }, here is the message:

    { $message }

    Nothing is sent yet.
# long: the names stand inside
write-sent =
    { $lines }

    An answer reaches you here, within your hours.
write-not-sent = { $lines }
line-written-now = Sent: { $names }.
line-written-later = It goes out { $day } at { $time }, not before: { $names }.
line-written-not = My messages do not arrive at the moment: { $names }.
write-nobody = Nobody of this choice is in your list any more. Nothing was sent.
write-nobody-reached = My messages do not arrive at the moment. Nothing was sent.
write-nobody-missed =
    In the group “{ $group }” there is nobody to reach again.

    Everybody I can reach got my last message.
# lock-screen
# long: what was typed stands inside
word-answered =
    { $name } answers you.

    “{ $text }”

    Your word: “{ $word }”
# lock-screen
word-thanked =
    { $name } says thank you for your word.

    “{ $word }”

## A word from the team, for the person

# lock-screen
# long: what was typed stands inside
staff-word =
    { $staff } writes to you.

    { $text }

    You can answer, say thanks, or do nothing.
# lock-screen
# long: what was typed stands inside
staff-word-group =
    { $staff } writes to the group “{ $group }”.

    { $text }

    You can answer, say thanks, or do nothing.
button-answer-word = Answer
# long: what was typed stands inside
staff-word-answer =
    { $staff } wrote to you:

    { $text }

    Write your answer here. It goes out as you send it, to { $staff } only.
# long: what was typed stands inside
staff-word-thanked =
    { $staff } wrote to you:

    { $text }

    Your thanks went out.
word-passed-on =
    It is on its way. { $staff } gets your answer now.

    Is it urgent? The button “Help” gives numbers.
word-read-later =
    Noted. { $staff } can read your answer { $day } from { $time } on, not before.

    Is it urgent? The button “Help” gives numbers.
word-read-after =
    Noted. While away, { $staff } reads no answers.

    Yours can be read { $day } from { $time } on. Is it urgent? The button “Help” gives numbers.
word-covered = Until then, a request for a contact goes to { $staff } first. If { $staff } does not read it: { $cover } gets it.
word-not-passed-on =
    { $staff } does not get my messages at the moment. Your answer did not go out.

    You can ask for a contact. The button “Help” gives numbers.
word-over = This word is from somebody who does not support you here any more. Nothing was sent.

## Handing over, ending

button-support = Hand over, stop
support-options =
    { $name }: what comes next

    Someone else on the team can take over.

    You can also stop. { $name } then goes on with Relais without a coach, or leaves: that is their choice.
button-hand-over = Hand over
button-end-support = Stop
handover-whom = Who supports { $name } in your place? Tap a name.
handover-confirm =
    Ask { $other } to support { $name }?

    If { $other } says yes, you see nothing more of { $name }, at once.

    { $other } sees only what { $name } then decides to show.
button-ask-colleague = Ask
handover-asked =
    { $other } is asked.

    For { $name } nothing changes before a yes.
# lock-screen
handover-offer =
    { $coach } suggests that you support { $name } in their place.

    You will see only what { $name } decides to show.
handover-taken =
    Noted. { $name } is in your list.

    { $name } is told, and decides what you see. Until then you see no answers.
# lock-screen
handover-done =
    { $other } supports { $name } now.

    You see nothing more of { $name } here.
# lock-screen
handover-refused =
    { $other } cannot support { $name }.

    Nothing changes.
handover-refused-noted = Noted. Nothing changes.
# lock-screen
handed-over =
    { $other } supports you now, in { $coach }’s place.

    { $coach } sees nothing more of you. { $other } sees whether my messages arrive, when the next one comes, and your breaks.

    { $lines }

    You decide what else is shown.
line-handed-note = The note “no answer this morning” is not sent any more.
button-show-same = Show as before
handed-same =
    Noted. { $coach } sees what you showed before.

    { $lines }

    You can change it at any time.
line-handed-note-again = The note “no answer this morning” is apart: you can choose it for { $coach } too.
button-note-to = Note to { $coach }
support-end =
    Stop supporting { $name } here?

    You see nothing more, at once.

    { $name } is told and chooses: go on with Relais without a coach, or leave. Nothing is deleted unless they ask.
button-end-support-now = Yes, stop
support-ended =
    Done. You no longer support { $name } here. You see nothing more.

    { $name } is told, and chooses to keep Relais or to leave. You will not hear of it here.
# lock-screen
support-over =
    { $coach } does not support you here any more, and sees nothing more of you.

    { $lines }

    For you, my messages do not change. Your answers stay yours.

    You can keep Relais for yourself, or leave: then everything is deleted.
button-keep-relais = Keep Relais
support-kept =
    Noted. Relais goes on for you.

    { $lines }
line-still-supports = { $coach } still supports you.
line-nobody-supports =
    No coach supports you here at the moment.

    The button “Help” gives numbers.

## Choosing a wake-up

remind-whom = Who is this reminder for?
draft-own =
    Your wake-up, to check

    { $rule }

    Nothing is set up before “That’s it”. A time can be written too, for example: 6:45.
draft-for =
    A wake-up for { $name }

    { $rule }

    This is a proposal. { $name } can say yes, say no, or change the time.
rule =
    Time: { $time }
    Days: { $days }
    Start: { $starts }
    Public holidays: no
rule-with-holidays =
    Time: { $time }
    Days: { $days }
    Start: { $starts }
    Public holidays: yes
button-that-is-it = That’s it
button-propose = Propose
button-time-of-day = Time
button-which-days = Days
button-starts = Start
button-holidays-on = Public holidays: yes
button-holidays-off = Public holidays: no
button-time = { $time }
button-date = { $day }
button-days = { $days }
button-day-in = ✓ { $day }
button-day-out = { $day }
day-mon = Mon
day-tue = Tue
day-wed = Wed
day-thu = Thu
day-fri = Fri
day-sat = Sat
day-sun = Sun
draft-which-time =
    At what time?

    Tap a time, or write it, for example: 6:45.
draft-which-days =
    Which days? Tap a day to add it or to take it out.

    Chosen: { $days }
draft-which-start =
    From which day on?

    Tap a day, or write a date, for example: 15 January.
time-again = I did not understand this time. Write for example: 7:15.
date-too-far = This date is too far away. The furthest is { $day }.
date-over = That day is over. Write a day to come, for example: 15 January.
date-again = I did not understand this date. Write for example: 15 January.

## Proposing a wake-up

proposal =
    { $coach } proposes a wake-up.

    { $rule }

    You choose.
button-other-time = Another time
proposal-sent = It is sent to { $name }. The answer comes here, in your hours.
proposal-which-time =
    Which time suits you better?

    Tap a time, or write it, for example: 7:15.
proposal-accepted = { $name } agrees: wake-up at { $time }.
proposal-other-time = { $name } agrees, at another time: { $time }.
proposal-declined =
    { $name } prefers no wake-up at { $time }.

    You can talk about it with { $name }.
proposal-no = Noted: no wake-up. Your coach will get your answer.

## Proposing a reminder

button-several = Several people
remind-several =
    For whom? Tap a name to add it or to take it out.

    Chosen: { $count }
toast-enough-people = Twenty people are enough for once.
remind-kind = Which reminder for { $name }?
button-kind-wakeup = Wake-up
button-kind-checkin = Check-in
button-kind-appointment = Appointment
button-kind-words = My words
button-kind-technique = Technique
button-kind-exercise = Exercise
remind-what =
    What is { $name } to be reminded of?

    Write it in your own words. They are read as they are.
remind-when =
    When, for { $name }?

    Tap a moment, or write a time, for example: 14:30.
button-when = { $when }
button-before-interview = Interview − 1 day
button-after-start = Start + 7 days
day-of-interview =
    Which day is the interview?

    Tap a day, or write a date, for example: 15/01.
day-of-start =
    Which day is the first day of work?

    Tap a day, or write a date, for example: 15/01.
button-place = Place
remind-place =
    Where is the appointment?

    Write the place, for example: 12 Lilac Street.
remind-lead = When shall I write to { $name }?
remind-card =
    For { $name }:

    { $what }
    { $lines }

    This is a proposal. The answer can be yes, no, or another time.
appointment = Appointment
line-where = Place: { $place }
line-from = Start: { $day }
line-coming = Message: { $when }
remind-sent =
    { $lines }

    Each person answers alone. The answers come here, in your hours.
line-sent-to = It is sent to: { $names }
line-not-sent-to = Not sent, proposed already or not possible any more: { $names }
remind-many =
    Five proposals already wait for an answer from { $name }.

    You can take one back, then make another.
offered-words =
    { $coach } proposes a reminder.

    “{ $what }”
    { $lines }

    You choose.
offered-appointment =
    { $coach } proposes an appointment.

    { $what }
    { $lines }

    You choose.
offered-checkin =
    { $coach } proposes a reminder.

    { $what }
    { $lines }

    Your answers are for you, except what you show. You choose.
offered-change =
    { $coach } proposes to change a reminder.

    { $what }
    { $lines }

    You choose.
line-going = “I’m on my way”: { $coach } will know
button-offered = Reminder proposed
reminders-only-offered = A reminder that was proposed waits for your answer.
offered-yes = Noted. { $what }: { $when }.
offered-no = Noted: no reminder.
offered-no-told = Noted: no reminder. Your coach will get your answer.
offered-over = That moment is over. Nothing is set.
offered-accepted =
    { $name } agrees: { $when }.

    { $what }
offered-other-time =
    { $name } agrees, at another time: { $when }.

    { $what }
offered-declined =
    { $name } prefers not to have this reminder.

    { $what }, { $when }

    You can talk about it with { $name }.
reminder-there =
    { $what }
    Place: { $place }
button-going = I’m on my way
going = Have a good trip.
going-told = Have a good trip. { $coach } will know.
appointment-going = { $name } is on the way. Appointment at { $time }.

## What is proposed, and what arrived

button-reminders-of = Reminders
line-offered = Reminder proposed, waiting for an answer: { $when }
person-reminders =
    Your reminders for { $name }

    { $lines }
line-reminders-none = Nothing is proposed or agreed at the moment.
when-they-wish = as they wish
line-reminder-waiting = { $number }. Waiting: { $what }, { $when }
line-reminder-agreed = { $number }. Agreed: { $what }, { $when }
person-reminder-waiting =
    Waiting for an answer from { $name }:

    { $what }, { $when }
person-reminder-agreed =
    { $name } agrees:

    { $what }, { $when }
button-take-offer-back = Take back proposal
person-taken-back = It is taken back. This proposal to { $name } counts no more.
button-rest = Propose a break
person-reminder-pause = How long a break would you propose to { $name }?
button-one-week = One week
button-two-weeks = Two weeks
button-four-weeks = Four weeks
button-end-reminder = End this reminder
person-reminder-stop =
    End this reminder?

    { $what }, { $when }

    { $name } will know, once.
button-end-yes = Yes, end it
person-reminder-ended = It has ended. { $name } will know.
ended-by-coach =
    { $coach } has ended a reminder.

    { $what }, { $when }

    It comes no more. You can keep it for yourself.
button-keep-it = Keep it
button-arrivals = Not arrived?
arrivals =
    Latest messages to { $name }

    { $lines }
arrivals-none = None of your reminders to { $name } in the last seven days.
line-arrival = • { $day }, { $time }, { $what }: { $said }.
arrival-sent = arrived
arrival-not = not arrived
arrival-perhaps = perhaps arrived, Telegram did not confirm
arrival-coming = on its way
arrival-unsuited = not sent, the moment did not suit
arrival-late = not arrived, its time was over
arrival-missed = not arrived, Relais was not running then
arrival-restored = not arrived, a backup had just been brought back
arrival-slowed = not arrived, Telegram asked to wait
arrival-away = not arrived, Telegram did not answer
arrival-paused = not sent, it was a break
arrival-withdrawn = not sent, this reminder was ended or changed
arrival-answered = not sent, the answer was already there
arrival-unreachable = not arrived, messages do not get through at the moment
arrival-refused = not arrived, Telegram refused it
arrival-malformed = not arrived, the message could not be read
arrival-unapproved = not sent, the text is not signed off yet

## Around the wake-up

around-evening =
    Would you like a message the evening before, to get ready?

    Tap a time, or write it, for example: 19:30.
around-leaving =
    At what time do you leave home? I write to you ten minutes before.

    Tap a time, or write it, for example: 8:10.
around-telling =
    Sometimes you do not answer. { $coach } can then get one note: “no answer this morning”.

    Would you like that, and at what time? { $coach } can be reached from { $opens } to { $closes }.
wakeup-agreed =
    Noted.

    { $whole }

    Keep your own alarm clock too. A phone can be off.
wakeup-mine =
    Your wake-up

    { $lines }
line-only = Only on { $day }: { $time }
line-until = Last day: { $day }
line-evening = Message the evening before: { $time }
line-leaving = Leaving: { $time }
line-telling = Note to your coach, if no answer: { $time }
button-change-wakeup = Change the wake-up
button-change-around = Evening and leaving
button-stop-wakeup = Stop the wake-up
wakeup-ended = Noted. There is no wake-up any more.

## The evening before

evening =
    Tomorrow, wake-up at { $time }.

    Bag, clothes, your own alarm: is all ready?
evening-leaving =
    Tomorrow, wake-up at { $time }, leaving at { $leaves }.

    Bag, clothes, your own alarm: is all ready?
button-ready = Ready
button-change-time = Change the time
button-no-work = No work tomorrow
evening-ready = Noted. Tomorrow, { $time }. Have a good evening.
evening-no-work = Noted. No wake-up on { $day }.
button-work-after-all = I do work
evening-which-time =
    What time on { $day }?

    Tap a time, or write it, for example: 7:15.
evening-changed = Noted: { $time }, on { $day } only.

## The morning

nudge =
    Good morning. It is time to wake up.

    First: sit up, feet on the floor.
button-up = I’m up
button-snooze = 8 more minutes
button-not-working = Not working today
button-unwell = I’m not well
snoozed = All right. I write to you at { $time }.
toast-no-more-snooze = That was the last time this morning. First: sit up, feet on the floor.
morning-phase =
    Step { $number } of { $count }

    { $what }
phase-light = Open the curtains. Drink a glass of water.
phase-wash = Wash. Get dressed.
phase-eat = Eat a little. Do your morning things.
phase-bag = Take your bag, your keys, your ticket.
phase-leave = Put on your shoes. Go out.
button-phase-done = Done
button-skip = Skip
button-enough = Go without steps
morning-ready = All done. Have a good day.
morning-enough = All right. Have a good day.
up-late = Thank you for your answer. Have a good day.
not-working = Noted. No more messages this morning. Have a good day.
unwell =
    Thank you for saying so. Take care of yourself.

    { $lines }

    Here are words to copy. You are the one who sends them.
unwell-tell = You can tell your employer and your coach. A doctor can help too.
unwell-tell-no-coach = You can tell your employer. A doctor can help too.
unwell-seen = Your coach sees on your page that you are not well this morning.
button-copy-employer = Text: employer
button-copy-coach = Text: coach
unwell-employer = Hello, I am not well this morning. I cannot come to work. I will call you today.
unwell-coach = Hello, I am not well this morning. I am not going to work. Can we talk today?

## Leaving

leaving = You leave at { $time }. That is soon.
button-on-my-way = On my way
button-late = I’ll be late
on-my-way = Have a good trip and a good day.
late = It happens. Here are words to copy. You are the one who sends them.
late-employer = Hello, I will be late this morning. I am doing my best to get there soon.
late-coach = Hello, I will be late for work this morning.

## A note to the coach

note-no-answer =
    { $name }: no answer this morning.

    The wake-up was at { $time }. { $name } agreed to this note.

    It does not mean danger. The phone may be off.
note-after-hours = { $coach } has changed their hours. If you do not answer, the note at { $time } is no longer sent. You can choose another time.
button-i-will-call = I’ll call
note-answered = { $name } has answered since. The answer is on their page, if it is shared.

## Outside of a question

stranger =
    I am Relais, a program. I help people between two workshops.

    To begin or to go on, open your invitation link. The team that supports you can give you one.

    Nobody reads here in real time.
invitation-closed = This link does not open. The person who invites you can give you another one.
already-in = You are already here. There is nothing else to do.
typed-elsewhere =
    I am a program. Nobody reads this message, and I do not keep it.

    To talk to somebody: your coach, or the “Help” button.
typed-elsewhere-no-coach =
    I am a program. Nobody reads this message, and I do not keep it.

    To talk to somebody: the numbers of the “Help” button.
typed-elsewhere-staff =
    I am a program. Nobody reads this message, and I do not keep it.

    What I can do is in the menu.
cannot-read =
    I can only read text. I keep nothing of what you sent.

    Is it urgent? Write “help”.
edited-message = Changing a message that was sent changes nothing here. You can answer again from the menu.
out-of-date = This button no longer works. You can start again from the menu.
not-approved =
    These texts are not ready yet.

    Somebody reads them first. Help is always there.
texts-wait =
    Texts that wait to be signed off: { $count }. They are not sent.

    Whoever runs Relais finds them with: relais approve.
in-a-group = I answer in private only.

## The questions of an exercise

run-question =
    { $title }, question { $number } of { $count }

    { $prompt }
run-question-again =
    { $title }, question { $number } of { $count }

    { $prompt }

    Your answer: { $answer }
run-guide =
    { $prompt }

    { $lines }
run-line = { $line } ({ $seconds } seconds)
button-as-usual = As usual
button-keep = Keep my answer
button-stop-here = Stop here
button-chosen = ✓ { $what }
button-not-chosen = { $what }
button-own = “{ $text }”
button-more-answers = More…
button-first-ones = First answers
button-go-on = Go on: { $title }
run-stopped = It is noted up to here. You can go on whenever you like.
run-stopped-today = It is noted up to here. You can go on until the end of the day.
run-nothing = All right. Nothing is kept.
run-left = Other questions have taken the place of these. The answers are kept.
run-first =
    { $first }

    { $then }
run-earlier = This button belongs to an earlier question. Nothing has changed.
run-changed = The questions have changed meanwhile. The answers that still fit are kept.
run-tap = I did not understand. Please tap an answer.
run-at-most = { $count } answers at most. Tap a chosen one to take it away.
run-added = It is added to your answer.
run-cut = That was long. I kept the beginning: { $limit } characters.

## Checking in

checkin-today =
    Today’s check-in is noted already.

    You can look at each answer again.
button-again = See my answers
checkin-staff = Checking in is for the people who are supported.

## After work

button-afterwork = After work
# lock-screen
afterwork-due-1 =
    The working day is over.

    { $prompt }
# lock-screen
afterwork-due-2 =
    Work is done for today.

    { $prompt }
# lock-screen
afterwork-due-3 = { $prompt }
afterwork-offer =
    Would you like one question after work? It takes a second.

    It comes half an hour later, on working days.
button-answer-now = Answer now
afterwork-which-end =
    At what time does work end?

    Tap a time, or write it, for example: 16:45.
afterwork-quiet =
    The question would fall into your quiet hours. I do not write then.

    Tap another time, or write it, for example: 16:45.
afterwork-plan =
    After work: { $when }.

    { $seen }
afterwork-shown = Your coach sees your answers, never your sentences.
afterwork-kept = Your answers are for you: your coach does not see them.
afterwork-shown-no-coach = Nobody sees your answers at the moment. A coach, later, would see them, never your sentences.
afterwork-kept-no-coach = Your answers are for you: nobody else sees them.
afterwork-today =
    It is noted for today.

    You can look at each answer again.
button-afterwork-shown = Work: shown
button-afterwork-kept = Work: for me
line-afterwork = After work:
line-afterwork-day = • { $day }: { $went }
line-afterwork-about = • { $day }: { $went } ({ $about })

## Asking for a contact

button-ask-contact = Ask for contact
button-take-back = Take it back
button-seen = Seen
button-talked = We have talked
contact-sent =
    Your request for a contact is on its way.

    { $lines }

    Nobody else sees it.

    You can add a sentence: write it here. In danger? The “Help” button is there.
line-contact-told = { $name } gets it.
line-contact-later = { $name } gets it { $day } at { $time }, not before.
line-contact-unreachable = { $name } does not get my messages at the moment.
line-contact-cover = If { $coach } does not read it: { $cover } gets it.
line-contact-words = Already in your request: “{ $line }”
contact-line-added = It is added to your request.
contact-line-cut =
    A request keeps { $most } characters at most. This is what goes with yours:

    “{ $line }”

    The rest is not kept. You can say it when you talk.
contact-withdrawn = Noted. Your request is taken back.
contact-nobody =
    No coach supports you here at the moment. I cannot tell anybody.

    The “Help” button gives numbers.
contact-staff = Contact requests are for the people who are supported.
# lock-screen
contact-receipt = Seen by { $name } at { $time }.
# lock-screen
contact-receipt-call = Seen by { $name } at { $time }. { $name } will call you.
# lock-screen
contact-handed-over =
    { $coach } has not read your request yet.

    { $cover } gets it now.
# lock-screen
contact-handed-over-later =
    { $coach } has not read your request yet.

    { $cover } gets it { $day } at { $time }, not before.
# lock-screen
contact-unread =
    Nobody has read your request yet.

    It stays open. You can also call. The “Help” button gives numbers.

## A request for a contact, for the coach

# lock-screen
contact-asked = { $name } asks for a contact.
# lock-screen
contact-remind = Still to read: { $name } asks for a contact.
contact-to-look-at =
    { $first }

    { $lines }

    Nothing says whether it is urgent. “Seen” tells the person.

    { $words }
line-contact-since = Asked { $day } at { $time }.
line-contact-says = With these words: “{ $line }”
line-contact-instead = You get this in { $coach }’s place.
contact-taken-back = { $name } took the request for a contact back.
contact-asked-anew = { $name } asked for a contact again. Another message says so.
contact-settled = The request of { $name } has been seen.
contact-seen-by-me = { $name }’s request: seen { $day } at { $time }. { $name } knows.
contact-will-call = { $name }’s request: seen { $day } at { $time }. { $name } is waiting for your call.
contact-call-by-other = { $name }’s request: seen { $day } at { $time } by { $other }, who will call.
contact-seen-by-other = { $name }’s request: seen by { $other }, { $day } at { $time }.
contact-talked = { $name }: noted, you have talked.
contact-talked-by-other = { $name }: { $other } has talked with them.
line-contact = Asks for a contact since { $day }, { $time }
line-contact-seen = Request for a contact: seen by { $name } ({ $day }, { $time })
line-contact-call = Request for a contact: seen by { $name }, who will call ({ $day }, { $time })

## During an absence

button-cover = My absence
cover-offer =
    Who reads the requests for a contact in your place, if you do not read them?

    Tap a name. They will know and can say no.
cover-nobody = There is no other coach here at the moment.
cover-first =
    { $name } reads in your place: from which day on?

    Tap a day, or write a date, for example: 15/01.
cover-last =
    { $name } reads in your place from { $first }. Until which day, included?

    Tap a day, or write a date, for example: 15/01.
cover-days = from { $first } to { $last } included
cover-day = on { $day }
cover-mine =
    { $name } gets the requests that you do not read, { $when }.

    You get them first, and a reminder an hour later.
button-cover-end = Remove
# lock-screen
cover-asked =
    { $name } asks you to step in, { $when }.

    You get their unread requests for a contact, within your hours only.
button-cover-refuse = I cannot
cover-refused-noted = Noted. You get nothing in their place.
# lock-screen
cover-refused =
    { $name } cannot read in your place.

    You can choose somebody else.
# lock-screen
cover-over = You no longer get the requests in { $name }’s place.

## The morning digest

button-digest = Morning digest
digest-mine =
    On working days at { $time }, I write to you if there is something. If not, nothing.

    Once a week, three numbers: messages sent, answered, never received. I count only what people show you.

    A request for a contact does not wait for the digest.
digest-which-time =
    At what time? Between { $opens } and { $closes }.

    Tap a time, or write it, for example: 9:30.
# lock-screen
digest =
    { $count ->
        [1] One person to look at today.
       *[other] { $count } people to look at today.
    }

    { $lines }
line-digest-contact = • { $name } asks for a contact since { $day }, { $time }.
line-digest-no-answer = • { $name }: no answer to the wake-up, { $day }.
line-digest-unreachable = • { $name } does not get my messages.
line-digest-more = { $count ->
    [1] And one more person, in your list.
   *[other] And { $count } more people, in your list.
}
# lock-screen
digest-week = Last week, messages sent: { $sent }, answered: { $answered }, never received: { $unreceived }.
button-call-name = I call { $name }

## Groups and their workshops

button-overview = Overview
overview =
    The overview, without any name.

    Groups: { $groups }
    Workshops held: { $workshops }
    Coaches: { $coaches }
    Facilitators: { $facilitators }
    Supported people: { $enrolled }

    In { $days } days:
    Exercises given: { $given }
    Done or tried: { $done }
    Messages that did not arrive: { $unreceived }

    I note when you look.
overview-few = fewer than five
button-my-groups = My groups
groups = The groups that you lead:
groups-none =
    You lead no group here yet.

    A group is made in a minute.
button-new-group = Create a group
button-group = { $name }
group-which-name =
    What is the name of the group?

    Write a short name, for example: Tuesday morning.
group-name-again = Write a name with letters or numbers, for example: Tuesday morning.
group-which-place =
    Where does the group “{ $name }” meet?

    Write an address, or tap “Skip”.
group-not-made = The group “{ $name }” is not created yet.
group-which-programme = Which programme does this group follow?
group =
    Group “{ $name }”
    { $place }

    { $lines }
group-no-dates = The dates are not chosen yet.
group-over = All workshops have taken place.
group-no-members = Nobody is in this group yet.
button-dates = The dates
button-set-dates = Choose the dates
button-members = The members
button-facilitators = Facilitators
button-attendance = Note attendance
line-comes = • { $name }: is coming
line-comes-not = • { $name }: cannot come
line-comes-unsaid = • { $name }: answer to come
line-member = • { $name }
line-member-unreachable = • { $name }: my messages do not arrive
line-place = Place: { $place }
line-group = Group: { $name }
line-informal-before = Informal moment before, at { $time }
line-informal-after = Informal moment after, at { $time }
line-workshop = { $number }. { $day }, { $time }
line-workshop-title = { $number }. { $day }, { $time }: { $title }

button-group-edit = Edit
group-edit = Group “{ $name }”: what would you like to change?
button-group-name = The name
button-group-place = The place
group-new-name =
    What is the group “{ $name }” called now?

    Write a short name. Nobody is told of a new name.
group-name-taken = Another of your groups is called “{ $name }”. Please write another name.
group-renamed = It is kept: the group is called “{ $name }”.
group-new-place =
    Where does the group “{ $name }” meet now?

    Write an address. If a workshop is to come, the members get it once.
group-place-again = Write an address with letters or numbers, for example: 12 Port Street.
group-place-same = This is the place of the group already: { $place }. Nothing changes.
group-place-kept = It is kept: { $place }.
group-place-told = It is kept: { $place }. The members get it once.
# lock-screen
group-place-changed = The group “{ $group }” meets here now: { $place }.

## The dates of a group

group-which-first =
    On which day is the first workshop? There are { $count }.

    Tap a day, or write a date, for example: 15/01.
group-which-time =
    First workshop: { $day }. At what time?

    Tap a time, or write it, for example: 14:15.
group-which-rhythm = How often does the group meet?
button-twice-a-week = Twice a week
button-every-two-weeks = Every two weeks
# long: a line for each date stands inside
group-draft =
    Nothing is kept yet. Tap a number to change its date.

    { $lines }
button-informal = Informal moment
group-which-informal = Is there an informal moment?
button-before = Before the workshop
button-after = After the workshop
button-no-informal = None
group-which-informal-time =
    At what time is the informal moment?

    Tap a time, or write it, for example: 16:30.
informal-too-late = The informal moment comes before: the workshop begins at { $time }.
informal-too-early = The informal moment comes after: the workshop ends at { $time }.
group-dates-kept = Kept. The members get the dates once.
group-dates =
    { $lines }

    Tap a number to move that workshop.
group-dates-over =
    { $lines }

    All workshops have begun or are over.
workshop-which-day =
    Workshop { $number } is on { $day }. On which day instead?

    Tap a day, or write a date, for example: 15/01.
workshop-which-time =
    Workshop { $number }, { $day }: at what time?

    Tap a time, or write it, for example: 14:15.
button-boosters = Booster workshops
button-other-dates = Other dates
boosters-proposed =
    All workshops of the group “{ $group }” have taken place.

    The programme goes on. Possible dates:

    { $lines }

    Nothing is kept yet.
# lock-screen
group-date-moved = Workshop { $number } is now on { $day } at { $time }. The members are told.
workshop-past = This moment has gone by.
workshop-same-day = There is already a workshop on that day.
workshop-order = The workshops keep their order. This date would change it.
workshop-begun = This workshop has already begun. Its date does not change any more.

## Members and facilitators of a group

group-members =
    Group “{ $name }”:

    { $lines }

    Tapping a name lets you take that person out of the group.
group-members-none =
    Nobody is in the group “{ $name }” yet.

    Each person comes in by a link of their own.
button-invite-member = Invite a member
group-invite-next = Invitation into the group “{ $group }”.
group-remove-question =
    Take { $name } out of the group “{ $group }”?

    Their reminders of workshops stop. I tell them once.
button-take-out-of-group = Take out
# lock-screen
group-left-by-team =
    You are no longer in the group “{ $group }”.

    Nothing more of this group comes here. The facilitators can answer questions.
group-leads =
    The group “{ $name }” is led by:

    { $lines }
line-lead = • { $name }
button-invite-lead = Invite a facilitator
group-which-lead =
    Who leads it with you?

    Write a first name or a nickname, without the surname.
group-remove-lead-question =
    { $name } no longer leads the group “{ $group }”?

    They will see nothing of the group any more, at once.
group-last-lead =
    A group keeps at least one person who leads it.

    Somebody else can be invited first.
# lock-screen
group-lead-over = You no longer lead the group “{ $group }”.

## Coming into a group

join-offer =
    Invitation into the group “{ $group }”, led by:
    { $leads }

    The facilitators see whether you come, and whether my messages arrive.

    Would you like to join this group?
join-offer-lead =
    Invitation to lead the group “{ $group }”, with:
    { $leads }

    Would you like to lead it?
button-join = Join
button-not-now = Not now
join-declined = Noted. Nothing changes. The facilitators can invite again.
joined = Done: you are in the group “{ $group }”.
joined-another =
    Done: you are in the group “{ $group }” too.

    The rest goes on. Each message says which group it is about.
    { $others }
# lock-screen
group-joined =
    { $name } is in the group “{ $group }”.

    Name shown on Telegram: “{ $account }”. Not the right person? Tap “The members”.
group-two-leads = Two people already lead the group “{ $group }”.
joined-lead = Done: you lead the group “{ $group }”.
# lock-screen
group-lead-joined = { $name } now leads the group “{ $group }” with you.

## Coming to a workshop

button-coming = I’m coming
button-cannot-come = I can’t
# lock-screen
workshop-tomorrow =
    Workshop tomorrow at { $time }.

    { $lines }

    The facilitators see the answer.
coming-noted =
    Noted: you are coming on { $day } at { $time }.

    { $lines }
not-coming-noted =
    Noted: you are not coming on { $day } at { $time }.

    Thank you for saying so. You can change your mind.
# lock-screen
workshop-moved =
    Workshop { $number } has moved.

    Before: { $before }, { $before-time }
    Now: { $day }, { $time }
    { $lines }

    My reminders follow.
# lock-screen
workshop-dates =
    The dates of the workshops:

    { $lines }

    { $around }
# lock-screen
workshop-place =
    The workshops are in another place.

    Group “{ $group }”: { $place }

    My reminders follow.
workshop-no-dates = The dates of the group “{ $group }” are not chosen yet. I will tell them once.
attendance =
    { $workshop }

    Who was there? Tap a name to tick it or not, then “Done”.
attendance-nobody =
    { $workshop }

    Nobody is in this group yet.
button-was-there = ✓ { $name }
button-was-away = – { $name }
attendance-kept = Noted for workshop { $number }: { $there } of { $count }.
button-my-workshops = My workshops
workshops = { $lines }
workshops-none = No workshop for the moment.
button-leave-group = Leave { $name }
workshops-leave =
    Leave the group “{ $group }”?

    Nothing more of this group will come here. The facilitators will know.
button-leave-it = Leave this group
workshops-left = Done. Nothing of the group “{ $group }” will come here any more.
# lock-screen
group-member-left = { $name } is no longer in the group “{ $group }”.
day-workshop = Workshop, group “{ $name }”
day-workshop-at = Workshop, { $place }, group “{ $name }”

## The chat of a group

button-group-chat = Group chat
group-chat-off =
    Does the group “{ $group }” have a chat on Telegram?

    I give the dates and the informal moment there. Never anything about a person. I keep nothing of the conversation.

    The link works once, for one hour.
button-choose-chat = Choose the chat
button-copy-code = Copy the code
group-chat-code = /start@{ $bot } { $code }
group-chat-on =
    The group “{ $group }” has its chat.

    I give the dates there. Members can propose outings there.
group-chat-unreachable =
    My messages no longer reach the chat of the group “{ $group }”.

    Once it is detached, another one can be chosen.
button-disconnect = Detach the chat
group-chat-ended =
    Done. I say nothing more in the chat of the group “{ $group }”.

    The outings proposed there are closed.
group-chat-connected =
    The chat “{ $chat }” now belongs to the group “{ $group }”.

    Is it the wrong one? The button “Group chat” lets you detach it.
group-chat-gone =
    I am no longer in the chat of the group “{ $group }”.

    I say nothing more there. My private reminders go on.
group-chat-taken =
    This chat is already that of another group. Nothing has changed.

    Another chat is fine for “{ $group }”.
group-chat-hello =
    Hello. I am Relais, a program.

    I keep nothing of the conversation, and I say nothing about anybody.

    Whoever leads the group can connect this chat, from their menu.
group-chat-begins =
    Hello. This chat now belongs to the group.

    I remind you here of workshops and the informal moment. I keep nothing of the conversation, and I say nothing about anybody.

    For an outing or a coffee: /propose
group-chat-bye = I say nothing more here. My reminders go on in private.
button-write-private = Write in private
group-chat-workshop =
    Workshop { $number } tomorrow, { $day }, { $time }.

    { $lines }

## Outings

outing-in-private =
    An outing is proposed in private, in a minute.

    It appears here afterwards.
button-propose-outing = Propose an outing
button-outings = Outings
command-outings = Outings of the group
outings = The outings to come:
outings-none =
    No outing for the moment.

    A coffee, a walk: every member can propose one.
outing-no-chat =
    Outings are proposed in the chat of a group. There is none yet.

    Whoever leads the group can connect a chat.
outing-for-members = It is the members of the group who propose outings.
outing-which-group = In which group?
outing-enough =
    { $most } outings to come at most, for one person.

    After one of them, another one can come.
outing-what =
    What would you like to propose?

    Write it in a few words, for example: a coffee, a walk.
outing-what-again = I read words only, for example: a coffee.
outing-which-day =
    “{ $what }”: which day?

    Tap a day, or write a date, for example: 15/01.
outing-too-far = That is more than four weeks away. A nearer day is fine.
outing-which-time =
    { $day }: at what time?

    Tap a time, or write one, for example: 14:15.
outing-where =
    Where do you meet?

    Write a public place, for example: in front of the station.
outing-where-again = I read words only, for example: in front of the station.
outing-how-many = How many people in all?
button-no-limit = No limit
outing-check = This will be written in the chat of the group, with the first name that Telegram shows:
button-post-outing = Write it there
button-start-over = Start over
outing-posted =
    It is in the chat of the group: “{ $what }”, { $day }, { $time }.

    A reminder comes there the day before.
outing =
    { $organiser } proposes: { $what }

    { $day }, { $time }
    { $place }

    { $lines }
line-outing = • { $name }
outing-somebody = Somebody of the group
outing-left = { $count ->
    [one] One place left.
   *[other] { $count } places left.
}
outing-full = It is full.
button-outing-in = I’m in
button-outing-out = Not any more
outing-tomorrow =
    Tomorrow: { $what }

    { $day }, { $time }
    { $place }
outing-cancelled =
    Does not take place: { $what }

    It was planned for { $day } at { $time }.
outing-closed =
    { $what }, { $day }, { $time }

    This proposal is closed.
outing-yours =
    You now organise the outing “{ $what }”, { $day }, { $time }.

    You can hand it over to somebody, or cancel it.
outing-without-chat =
    The outing “{ $what }”, { $day }, is no longer in the chat of the group.

    I do not write there any more. I cannot tell the others.
button-see-outing = See the outing
button-outing = { $day }: { $what }
button-hand-outing = Hand it over
outing-hand =
    Who organises “{ $what }” from now on?

    That person gets a message. They can also cancel it.
outing-handed = Done. Somebody else now organises “{ $what }”.
button-cancel-outing = Cancel the outing
outing-cancel =
    Cancel “{ $what }”, { $day }, { $time }?

    The chat of the group will know, without a name.
outing-cancel-done = Cancelled: “{ $what }”, { $day }.
outing-left-it =
    Noted for “{ $what }”, { $day }.

    The first name is no longer in the chat.
toast-outing-in = Noted. The first name is in the message.
toast-outing-out = Noted. The first name is gone.
toast-outing-full = It is full.
toast-outing-yours = Whoever organises can hand it over or cancel it, in private with me.
toast-outing-over = This outing is over, or closed.
toast-members-only = This is for members of the group.

## My days

button-my-days = My days
days =
    My days, from { $first } to { $last }

    { $lines }

    Days noted: { $answered }. The others stay empty.
days-marked =
    { $days }

    Events you marked:
    { $marks }
days-none =
    My days, from { $first } to { $last }

    Nothing is noted on those days. You can check in whenever you like.
days-lane = • { $name }: between { $lowest } and { $highest }, most often { $mostly }
days-lane-between = • { $name }: between { $lowest } and { $highest }
days-lane-always = • { $name }: always { $word }
days-lane-once = • { $name }: { $word }
days-lane-nothing = • { $name }: nothing noted
days-line-mark = • { $mark }
days-of =
    { $name }, from { $first } to { $last }

    { $lines }

    Days noted: { $answered }. The others stay empty.
button-days-of = Their latest days
button-coach-days = The picture
days-title = { $first } to { $last }
days-mark = { $day }: { $what }
days-nothing = nothing noted
button-span-week = 7 days
button-span-month = 30 days
button-span-season = 90 days
button-mark = Mark an event
mark-question =
    Which event? Write a word or two, for example: interview.

    It is for you: nobody else sees it in Relais.
mark-again = Write a word or two, for example: interview.
mark-which-day =
    “{ $what }”: which day?

    Tap a day, or write a date, for example: 15 January.
button-mark-today = Today
button-mark-yesterday = Yesterday
mark-kept = It is marked: { $what }, { $day }.
button-mark-remove = Remove
button-mark-remove-one = Remove “{ $what }”
mark-removed = It is removed.

## My reminders

button-reminders = My reminders
reminders-staff = These reminders are for the people you support.
reminders =
    Your reminders:

    { $lines }

    Tap a number to change that reminder.
line-my-reminder = • { $when }: { $what }
line-numbered-reminder = { $number }. { $when }: { $what }
button-reminder-new = Add a reminder
reminder-many =
    You already have thirty reminders. That is a lot to follow.

    You can delete one, then add another.
reminder-what =
    What would you like to be reminded of?

    Write it in your own words. I keep them as they are, for you.
reminder-too-long = That is a little long. Write { $most } characters at most.
reminder-how-often =
    “{ $what }”

    Once, or regularly?

    You can also write a number of weeks.
button-once = Once
button-weeks = { $weeks } weeks
reminder-weeks-again = Tap a choice, or write a number of weeks, for example: 6.
reminder-which-day =
    Which day?

    Tap a day, or write a date, for example: 15/01.
reminder-which-first-day =
    Which day is the first one?

    Tap a day, or write a date, for example: 15/01.
button-today = Today
button-tomorrow = Tomorrow
reminder-which-time =
    At what time?

    Tap a time, or write it, for example: 14:30.
reminder-which-lead = I can also write to you before. When?
button-lead = Tell me before
button-lead-none = Right on time
button-lead-half-hour = 30 minutes before
button-lead-two-hours = 2 hours before
button-lead-evening = Evening before, 19:00
reminder-card =
    “{ $what }”

    { $lines }

    Nothing is set before “That’s it”.
line-when = When: { $when }
line-message = I write to you: { $when }
line-in-quiet = It is in your quiet hours. I write to you all the same.
line-line-hidden = Locked phone: “Reminder”, without your words
line-line-shown = Locked phone: your words
button-show-words = Show my words
button-hide-words = Hide my words
button-words = Words
button-moment = Moment
reminder-over = That moment is over. Tap another time, or write it.
reminder-kept =
    Noted. Message: { $when }.

    { $what }
reminder =
    { $when }:

    { $what }
button-reminder-change = Change
button-reminder-delete = Delete
reminder-deleted =
    Deleted:

    { $what }
reminder-undone =
    As before: { $when }.

    { $what }
# lock-screen
reminder-due = Reminder
reminder-read =
    Reminder

    { $what }
# lock-screen
reminder-due-shown = Reminder: { $what }
reminder-tomorrow = Tomorrow at { $time }: { $what }
reminder-at = At { $time }: { $what }
reminder-on = { $day } at { $time }: { $what }
button-reminder-done = Done
button-reminder-later = Later
button-reminder-move = Move
reminder-done = Done: { $what }
reminder-skipped = Not this time: { $what }
reminder-how-much-later =
    { $what }

    When shall I remind you?
button-in-ten-minutes = In 10 minutes
button-in-an-hour = In an hour
button-this-evening = This evening, { $time }
reminder-put-off =
    Noted: { $when }.

    { $what }

## My day

button-my-day = My day
day =
    { $day }

    { $lines }
day-empty = Nothing planned. This day is yours.
day-paused = The break is on: I do not write.
day-stopped = I do not write by myself: your agreement is missing. To give it: “Who sees what”, then “My agreements”.
line-day = { $time } { $what }
line-day-said = { $time } { $what }: { $said }
button-week = My week
week =
    Week of { $first }

    { $lines }
week-empty =
    Your week is still empty.

    A wake-up, a reminder or your routine find their place here.
week-nothing = Nothing else at a fixed time.
week-title = My week
week-night = Night
week-morning = From getting up to leaving
week-work = From leaving to the end of work
line-week = { $time } { $what } ({ $days })
day-leaving = Leaving home
day-up = up
day-not-working = not working
day-unwell = not well
day-done = done
day-skipped = not this time
day-later = later
day-moved = moved
day-going = on the way

## The board of a group

button-board = Board
button-one-by-one = One by one
button-prepare = Prepare the workshop
board =
    { $group }

    { $lines }

    Each person chooses what they show.
board-empty =
    { $group }: nothing to show for now.

    The board fills once the group has exercises.
board-people = { $group }: who is it about?
board-person =
    { $name }’s exercises

    { $lines }

    “Received” and “begun” can also mean: the person keeps it to themselves.
board-exercise =
    { $name }: “{ $title }”

    What can be seen: { $mark }.

    “Received” and “begun” can also mean: the person keeps it to themselves.
button-leave-word = Leave a word
board-word =
    A word for { $name }, under “{ $title }”.

    Write it here. You read it again before it is sent.
# long: what was typed stands inside
board-word-card =
    For { $name }, under “{ $title }”:

    { $text }

    Nothing is sent yet.
button-send-word = Send
board-word-sent =
    Your word is on its way to { $name }, with your first name.

    They can say thanks, or not answer at all.
# lock-screen
board-word-thanked =
    { $name } says thank you for your word.

    It is under “{ $title }”.
board-easier =
    Suggest the simple version of “{ $title }” to { $name }?

    It has fewer questions. They take it with one tap, or leave it.
board-day =
    Which day would you suggest to { $name } for “{ $title }”?

    They take it with one tap, or keep their own moment.
board-proposed =
    It is noted for { $name }: “{ $title }”.

    The suggestion goes out, unless it is no longer of use. The person chooses.
board-done = “{ $title }” is done or tried already. Nothing was sent.
board-not-leading = You do not lead this group, or not any more. Nothing was sent.
board-not-member = This person is not in the group any more. Nothing was sent.
board-not-given = This exercise is not on their board any more. Nothing was sent.
board-not-reached = My messages do not reach { $name } at the moment. Nothing was sent.
line-board = • { $title }: { $mark }
line-board-counts =
    • { $title }:
    { $counts }
board-count = { $mark }: { $count }
button-prepare-picture = Picture to show
button-prepare-page = Page to print
# lock-screen
prepare =
    Before the workshop: { $group }

    { $lines }

    { $names }
prepare-picture = This picture can be shown to the group: there is no name.
prepare-page = This page is for printing: there is no name. It opens in a browser.
prepare-file = workshop
prepare-title = Before the workshop: { $group }
prepare-nothing = No exercise this time.
prepare-reasons = Not this week, why
prepare-themes = Chosen most
prepare-after = To suggest after the workshop
prepare-notes = Notes
prepare-foot = Without names. Each person chooses what they show. Nothing is counted below three people.
prepare-brought = { $count ->
        [0] Will speak of it: nobody
        [one] Will speak of it: one person
       *[other] Will speak of it: { $count } people
    }
prepare-unreached = { $count ->
        [0] Not reached: nobody
        [one] Not reached: one person
       *[other] Not reached: { $count } people
    }
line-coming-counts = Coming: yes { $yes }, no { $no }, no answer { $unsaid }
line-coming-not-asked = Coming: not asked yet, it will be the evening before
line-reasons =
    • Not this week, reasons:
    { $counts }
line-themes =
    • Chosen most:
    { $counts }
names-more = { $names } and { $count } more
line-brings = • “{ $title }”, will speak of it: { $names }
line-unreached = • Not reached: { $names }
board-title = The group’s exercises
mark-done = done
mark-tried = tried
mark-begun = begun
mark-planned = time chosen
mark-open = received
mark-not-this-week = not this week
mark-not-received = not received

## My routine and plan B

button-routine = My routine
routine =
    Your routine on working days, in three short parts.

    You can stop and go on another day. In the end you choose what is set.
button-routine-night = The evening
button-routine-morning = The morning
button-routine-work = The day
button-routine-next = See what follows
routine-offer =
    { $lines }

    Tap a line to keep it or not. “That’s it” sets what is ticked.
routine-nothing =
    { $lines }

    There is nothing to set.
routine-kept =
    Set:

    { $lines }
routine-kept-nothing = nothing for now
routine-bedtime = bedtime
routine-bedtime-words = it is time to go to bed.
routine-rehearsal-words = This is the day to try your morning, at your own pace.
routine-numbers-words = Remember to save the numbers to call when you are late.
routine-food-words = For tomorrow, remember to get your food for the break ready.
line-half-hour-before = I write to you at { $time }, half an hour before.
routine-rehearsal = try the morning
routine-numbers = save the numbers
routine-things = my words
routine-food = food for the break
routine-little-sleep =
    There are less than seven hours before the wake-up.
    You can move the evening forward, or ask for a later start.
routine-very-little-sleep =
    There are few hours before the wake-up. I offer no earlier wake-up.
    You can talk about it with your care team.
routine-little-time =
    The time is tight.
    You can move the evening forward, or keep fewer things for the morning.
routine-talk = You can talk about it with your nurse or doctor.
button-plan-b = Plan B
plan-b =
    Plan B, if the morning gets late:

    { $lines }

    Here are words to copy. You are the one who sends them.
plan-b-none =
    Plan B says whom to tell when the morning gets late.

    It is made with the questions of the morning.
plan-b-call = • Call
plan-b-write = • Write a message
plan-b-ask = • Ask for advice
plan-b-who = • { $who }
plan-b-late =
    Your plan B:

    { $lines }
command-plan-b = Plan B for mornings

## My messages

button-messages = My messages
messages-staff = These choices are for the people you support. I write in contact hours, or in reply.
messages =
    { $lines }

    The wake-up and “My reminders” come at their time.
messages-at-rest =
    { $why }

    { $lines }
messages-at-most =
    What I write without being asked:
    { $budget ->
        [0] No messages.
        [1] One message a day at most.
       *[other] { $budget } messages a day at most.
    }
messages-quiet = Quiet hours: from { $begins } to { $ends }.
button-how-many = Messages a day
button-quiet = Quiet hours
button-recurring = What recurs
button-change = A change
button-number = { $number }
button-more = More
toast-noted = Noted.
messages-how-many =
    How many messages a day, at most?

    The wake-up, “My reminders” and my replies do not count.
messages-quiet-begins =
    From what time on do I not write?

    Tap a time, or write it, for example: 21:30.
messages-quiet-ends =
    I do not write from { $begins } on. Until what time?

    Tap a time, or write it, for example: 7:30.
messages-in-quiet =
    This falls into your quiet hours:

    { $lines }

    I do not send it at these hours. Tap a number to choose another time.
messages-recurring =
    What recurs:

    { $lines }

    Tap a number to change it.
messages-none-recur = Nothing recurs for now.
line-recurring = • { $what }: { $when }
line-numbered-recurring = { $number }. { $what }: { $when }
together =
    { $first }

    { $then }
weekly-line = I am a program. Nobody reads here in real time.

## A change

change =
    What changes?

    I adapt. Nothing is lost.
button-change-holiday = A holiday
button-change-hospital = A hospital stay
button-change-job = A new job
change-offer =
    Until { $day } included:

    “Pause everything”: I write nothing. Help stays there.

    After that, all goes on as before.
change-offer-wakeups =
    Until { $day } included:

    “Pause everything”: I write nothing. Help stays there.
    “No wake-up”: no wake-up, nothing around work. All else goes on.

    After that, all goes on as before.
button-pause-all = Pause everything
button-no-wakeups = No wake-up
button-other-day = Another day
change-which-day =
    Until which day, included?

    Write a date, for example: 15 January.
change-no-wakeups = Noted. No wake-up and nothing around work until { $day } included. All else goes on.
change-undone = It is as before. The wake-up comes again.
job-which-day =
    From which day on?

    What belongs to your present job stops that day: wake-up, leaving, the question after work, techniques before it.

    Tap a day, or type it, for example: 15 January.
job-rests =
    Noted. From { $day } on, this comes no more:

    { $lines }

    You can set up the new job now.
line-rests = • { $what }
job-nothing-rests =
    Noted: { $day }. Nothing belonged to the old job.

    You can set up the new one now.
button-new-wakeup = New wake-up
job-undone = Undone. Your present job goes on, as you set it.

## Work, phase by phase

job-phase-searching = looking for a job
job-phase-interview = interview on { $day }
job-phase-starting = first day of work on { $day }
job-phase-working = in a job
job-phase-ended = job ended
line-job = Work: { $phase }
line-job-unknown = Nothing noted, or nothing shown.
button-job = Work phase
button-job-searching = Looking
button-job-interview = Interview
button-starts-on = Starts { $day }
button-job-starting = Starts…
button-job-working = In a job
button-job-ended = Job ended
person-job =
    { $name } and work

    { $lines }

    Each phase proposes reminders. { $name } takes them, or not.
job-noted =
    Noted for { $name }: { $phase }.

    The proposal goes out at a moment that suits them. The answer comes to you here, in your hours.
# lock-screen
job-offered =
    { $coach } proposes some reminders.

    { $coach } noted: { $phase }.

    { $lines }

    You choose.
# lock-screen
job-offered-nothing =
    { $coach } noted something.

    Noted: { $phase }.
job-own =
    Noted: { $phase }.

    These reminders are possible:

    { $lines }

    You can take all of them, some, or none.
job-own-nothing = Noted: { $phase }.
line-job-reminder = { $number }. { $what } ({ $when })
line-job-more = { $count ->
        [one] And one more, until { $day }.
       *[other] And { $count } more, until { $day }.
    }
button-take-all = Take all
button-choose-some = Choose
job-pick =
    Tap the numbers you want.

    { $lines }
job-answered =
    Noted.

    { $lines }
line-job-set = { $count ->
        [one] One reminder is set. You can change it in “My reminders”.
       *[other] { $count } reminders are set. You can change them in “My reminders”.
    }
line-job-set-none = No reminder is set.
line-job-ended = The reminders of the phase before end.
# lock-screen
job-coach-taken =
    { $count ->
        [one] { $name } chose one reminder.
       *[other] { $name } chose { $count } reminders.
    }

    Work: { $phase }
# lock-screen
job-coach-declined =
    { $name } takes no reminder for now.

    Work: { $phase }
# lock-screen
job-coach-told =
    { $name } tells you where they are with work.

    Work: { $phase }
button-my-job = My work
button-my-job-searching = I am looking
button-my-job-interview = An interview
button-my-job-starting = I am starting
button-my-job-working = I work
button-my-job-ended = It ended
job-none =
    Where are you with work?

    Your answer stays yours, unless you show it.
job-mine =
    Work: { $phase }

    Nobody else sees it. What has changed?
job-mine-shown =
    Work: { $phase }

    Your coach sees it. What has changed?
job-staff = This screen is for the people who are supported.
button-job-show = Tell my coach
button-job-hide = Show no more
button-job-reminders = Possible reminders
button-job-hours = Hours of work
button-job-rest = Stop the wake-up
job-over-rests =
    Noted. From tomorrow on, this does not come any more:

    { $lines }
job-over-nothing-rests = Nothing belonged to your work. Nothing changes.
mydata-table-job-phase = My work
mydata-field-job = Phase:
mydata-field-set-by = Noted by:
mydata-field-set-at = Noted on:
mydata-value-searching = looking for a job
mydata-value-interview = interview
mydata-value-starting = first day of work
mydata-value-working = in a job

## A hard moment

button-stress = A stressful moment
button-strategies = My techniques
button-technique = { $title }
button-others = Others…
button-another-technique = Another technique
stress =
    What would you like to try?

    Only if you are in a safe place. You can stop at any time.
stress-none = No technique is chosen for now. You can add some.
stress-staff = These techniques are for the people you support.
technique-card =
    { $title }, { $lasts }

    Only if you are in a safe place. You can stop at any time.

    { $prompt }

    { $own }

    { $lines }

    { $caution }

    Dizzy, or more afraid? Tap “Stop”.
technique-line = { $number }. { $line } ({ $lasts })
technique-question =
    { $title }

    { $prompt }
technique-timed =
    { $title }, step { $number } of { $count }

    { $line }

    { $lasts }
technique-timed-end =
    { $title }

    These were the steps.
lasts-seconds = { $count } seconds
lasts-minutes = { $count ->
    [1] 1 minute
   *[other] { $count } minutes
}
button-steps-done = It is done
button-step-by-step = Step by step
button-rate-before = Note before, after
button-once-more = Once more
button-stop = Stop
technique-stopped =
    We stop here.

    Look around you. Feel your feet on the floor. Drink some water. Breathe as usual.

    You can also talk to somebody.
technique-worse =
    Thank you for saying so. We stop here. Look around you.

    I no longer offer “{ $title }”.

    Do you want to talk to somebody?

    { $card }
strategies = Your techniques. What would you like to see?
button-what-helps = What helps me
button-choose-techniques = All techniques
helps =
    What helped you, most often first:

    { $lines }

    Tap a line to do it again.
line-helped = • { $title }: { $count ->
    [1] once
    [2] twice
   *[other] { $count } times
}
helps-none = There is nothing here yet. After a technique, you can say whether it helped.
toolbox =
    Tap a technique to read it, add it or take it out.

    ✓: it is one of yours.
technique-about =
    { $title }, { $lasts }

    { $caution }

    { $question }
technique-is-in = It is one of your techniques.
technique-is-out = Would you like to add it to your techniques?
technique-is-aside = Once, it was worse: I no longer offer it. Would you like to take it back?
button-start = Begin
button-add = Add it
button-take-out = Take it out
technique-added = Noted. “{ $title }” is one of your techniques.
technique-removed = Noted. I no longer offer “{ $title }”.

## Steering what recurs

plan-wakeup = Wake-up
plan-checkin = Check-in
plan-coping = Technique
plan-afterwork = After work
plan-sentence = A sentence of mine
plan-reminder = Reminder
plan-workshop = Workshop reminder
when = { $days } at { $time }
when-weekly = every { $days } at { $time }
when-once = { $day } at { $time }
when-until = { $when }, until { $day } included
when-weeks = { $days } at { $time }, every { $weeks } weeks
button-steer = Adjust
steer =
    { $what }: { $when }.

    What would you like to change?
button-fewer = Less often
button-stop-these = Stop these
button-as-it-is = Leave it
button-undo = Undo
steer-changed = Noted. { $what }: { $when }.
steer-rare = { $what }: { $when }. This is rare already. You can also stop it.
steer-which-time =
    At what time?

    Tap a time, or write it, for example: 18:30.
steer-quiet =
    From { $begins } to { $ends } are your quiet hours. I do not write.

    Choose another time, or write it, for example: 18:30.
steer-stopped = Noted. { $what }: I write no more.
steer-undone = It is as before. { $what }: { $when }.
steer-left = Nothing changes. { $what }: { $when }.

## A hard day

button-hard-day = Hard today
hard-day =
    Noted. One gentle message at most, until tonight. No questions.

    The wake-up and “My reminders” go on. Help is there.
hard-day-undone = Noted. Today I write as on other days.

## The check-in that comes by itself

# lock-screen
checkin-due-1 =
    { $title }, if you like?

    A few questions, one minute. You can skip any.
# lock-screen
checkin-due-2 =
    { $title }: it is time.

    A few questions, one minute. You can skip any.
# lock-screen
checkin-due-3 =
    { $title }: do you have a minute?

    A few questions. You can skip any.
button-not-this-time = Not this time
checkin-not-now = Noted. Until another time.
checkin-offer =
    Would you like me to ask these questions now and then?

    You choose the time. You can stop at any moment.
button-every-week = Every week
button-every-day = Every day
checkin-how-often = Would you like these questions every week, or every day?
checkin-which-time =
    At what time?

    Tap a time, or write it, for example: 18:15.
checkin-quiet =
    That time falls into your quiet hours. I do not write then.

    Tap another time, or write it, for example: 18:15.
checkin-agreed =
    Noted: { $when }.

    You can change or stop it at any moment.
checkin-no = Noted. You can check in whenever you like, from the menu.
button-my-checkins = Regular questions
checkin-plan =
    Short check-in: { $when }.

    { $low }
checkin-low-on = Mood very low three times in a row: I ask what would help. I tell nobody.
checkin-low-off =
    Mood very low three times in a row: I can ask what would help. I tell nobody.

    For now, I do not ask.
checkin-which-day =
    Which day of the week?
button-day = Change the day
button-change-moment = Change the time
button-low-days-on = Stop asking
button-low-days-off = Yes, ask me
checkin-helps = One question, once a month: do these questions help you?
button-yes = Yes
button-they-bother = They bother me
checkin-goes-on = Noted. The questions go on as before.
checkin-what-then = All right. What would you prefer?
checkin-bothered =
    Thank you for saying so. I no longer ask these questions.

    The “Help” button is still there.
low-days =
    It was hard, several times in a row.

    What would help you now?
button-talk-to-coach = My coach
button-one-technique = A technique
button-help-numbers = Help numbers
button-nothing-now = Nothing for now
low-coach =
    Here is a text to copy for your coach. You are the one who sends it.

    I tell nobody.
low-text-coach = Hello, I would like to talk to you. When do you have a moment?
low-nothing = All right. Help is still there.

## A silence

eased =
    I write less often.

    { $what }: { $when }. Does this suit you?
button-suits-me = It suits me
button-as-before = As before
silence =
    I have heard nothing for a week. I take a break.

    Tap here to start again. The wake-up and “My reminders” go on.

## Reminders of techniques, and sentences of one’s own

button-technique-reminders = Technique reminders
technique-reminders =
    Your technique reminders, another one each time:

    { $lines }

    Tap a time to change or stop it.
technique-reminders-none =
    There is no technique reminder yet.

    A technique can come at a moment that you choose, another one each time.
line-reminder = • { $when }
button-reminder-at = Change: { $time }
button-add-reminder = Add a reminder
technique-reminder-agreed = Noted: { $when }. It will be another technique each time.
technique-reminder =
    A moment for you, if you like.

    { $title }
technique-moment = A moment for you, if you like.
button-see-steps = See the steps
moment-which = At which moment?
button-moment-work = Before work
button-moment-sunday = On Sunday evening
button-moment-interview = Before an interview
button-moment-chosen = Other days
button-moment-once = Only once
moment-leaving =
    At what time do you leave for work? I write to you fifteen minutes before.

    Tap a time, or write it, for example: 8:10.
moment-sunday =
    At what time, on Sunday?

    Tap a time, or write it, for example: 18:30.
moment-time =
    At what time?

    Tap a time, or write it, for example: 18:30.
moment-interview =
    At what time is the interview? I write to you an hour before.

    Tap a time, or write it, for example: 14:30.
moment-day =
    Which day?

    Tap a day, or write a date, for example: 15 January.
moment-days =
    Which days? Tap a day to add it or take it out.

    Choice: { $days }
moment-untied = { $when }
moment-tied = { $when }. The reminder follows your wake-up and the time you leave
moment-over =
    That time has passed already.

    Tap another time, or write it, for example: 18:30.
button-sentences = My sentences
sentences = Your sentences. Tap one to read it. Nobody else sees them in Relais.
sentences-none =
    A sentence of your own can come back when you like: a fairer thought, an encouragement, a message.

    Nobody else sees it in Relais.
sentences-full = There are { $count } sentences already. You can remove one to write another.
button-write = Write a sentence
button-bring-back = Receive it
button-rewrite = Change
button-remove = Remove
button-read = Read
sentence = “{ $text }”
sentence-write =
    Write your sentence, as it comes to you.

    Examples: “Everybody makes a mistake now and then.” “One step after the other.”
sentence-long = That is too long, I have not kept it. Write { $limit } characters at most.
sentence-kept =
    It is kept, as you wrote it:

    “{ $text }”
sentence-removed = The sentence is erased.
sentence-agreed = Noted: { $when }. Your sentence shows when you tap “Read”.
sentence-comes = A word from you, to you.

## A coach proposes a technique

button-propose-technique = Technique
technique-propose-which =
    Which technique would you like to propose to { $name }?

    Each of them asks for a yes, once its caution was read.
technique-propose =
    { $title }, { $lasts }

    { $caution }

    Talk about it together first. { $name } says yes or no, and keeps the answer to themselves.
technique-proposed = It is sent. { $name } chooses, and keeps the answer to themselves.
technique-proposal =
    { $coach } proposes something to try.

    { $title }, { $lasts }

    { $caution }

    You choose. Your answer stays with you.
technique-declined = Noted. Nothing changes. “{ $title }” stays on the list, if you change your mind.

## Exercises between two workshops

# label: the way people say it
button-my-exercises = My exercises
button-exercise = { $title }
button-exercises-of = Exercises
button-start-now = Start now
button-later = Later
button-another-moment = Another time
button-choose-moment = Choose a time
button-not-this-week = Not this week
button-that-is-enough = That is enough
plan-exercise = Exercise
homework =
    My exercises

    { $lines }
homework-none =
    My exercises

    There are none at the moment. Those of the workshops come here.
homework-staff = These exercises are for the people you support. You find them on each person’s page.
homework-gone-title = Exercise withdrawn
homework-gone =
    This exercise is no longer offered.

    Your answers are kept. There is nothing to do.
line-homework-open = • { $title }: by { $due }
line-homework-still = • { $title }: still possible
line-homework-planned = • { $title }: planned { $day } at { $time }
line-homework-begun = • { $title }: begun, go on whenever you like
line-homework-done = • { $title }: done
line-homework-tried = • { $title }: tried
line-homework-not = • { $title }: not this week
line-homework-gone = • An exercise that is no longer offered
# lock-screen
homework-given =
    { $coach } suggests an exercise to you.

    { $card }
homework-card =
    { $title }

    { $why }

    { $caution }

    Time: { $minutes } min. Questions: { $questions }. { $until }

    Nothing starts without you. In the end, you choose what is seen.
homework-card-again =
    { $title }

    Questions: { $questions }.

    Nothing starts without you. In the end, you choose what is seen.
homework-card-easier =
    { $title }, made easier

    { $why }

    { $caution }

    Questions: { $questions }. { $until }

    Nothing starts without you. In the end, you choose what is seen.
homework-until = By { $due }.
homework-late = Still possible.
homework-caution = { $caution }
homework-at-most = { $count } at most
homework-which-day = Which day?
homework-which-time = At what time? You can also write it.
homework-which-habit = After what, that day?
button-habit-coffee = After my coffee
button-habit-arriving = When I arrive
button-habit-lunch = After lunch
button-habit-home = Back at home
button-habit-none = None of these
homework-which-obstacle = What could get in the way?
button-obstacle-tired = Being tired
button-obstacle-time = Little time
button-obstacle-forget = Forgetting it
button-obstacle-people = People around me
homework-then = At that time, I do “{ $title }”.
homework-then-coffee = After my coffee, I do “{ $title }”.
homework-then-arriving = When I arrive, I do “{ $title }”.
homework-then-lunch = After lunch, I do “{ $title }”.
homework-then-home = Back at home, I do “{ $title }”.
homework-if-tired = If I am tired, one question is enough.
homework-if-time = If there is little time, I begin and go on later.
homework-if-forget = If I forget, this message is here.
homework-if-people = If there are people around, I look for a quiet place.
homework-planned =
    Noted: { $day } at { $time }.

    { $lines }

    A message will come at that time.
# lock-screen
homework-moment =
    This is the time you chose.

    { $lines }
# lock-screen
homework-reminder =
    A small reminder: it is the only one.

    { $lines }

    It is still possible, or not this week.
homework-once-more =
    Times: { $rounds } of { $times }.

    Would you like to choose the next time?
homework-enough = Noted. What you did counts.
homework-useful = Was this useful?
button-useful-bit = A bit
button-useful-worse = It was worse
homework-worse =
    Thank you for saying so. It happens, and it is not your fault.

    This exercise will not come back by itself.

    Here is something to find some calm. You can also ask your coach for a contact.
homework-worse-no-coach =
    Thank you for saying so. It happens, and it is not your fault.

    This exercise will not come back by itself.

    Here is something to find some calm. The workshop team can listen too.
homework-calm-first =
    A calm moment first, if you like.

    Your answers are kept. Then you go on, or later.
button-go-on-now = Go on now
homework-shares =
    { $title }

    What may { $who } see?

    What can be seen: { $seen }

    Without an answer: only that it is done. You can change it later in “My exercises”.
homework-shares-in-group =
    { $title }

    What may { $who } see?

    What can be seen: { $seen }

    With “Everything”, a choice that three people or more share can be told to the group, without names.

    Without an answer: only that it is done. You can change it later in “My exercises”.
homework-shares-private =
    { $title }

    Your answers stay with you. Nobody else sees them.

    What may { $who } see? Without an answer: only that it is done.
homework-shares-to-coach = your coach or the workshop team
homework-shares-to-team = the workshop team, and later a coach,
homework-shares-later = a coach, later,
button-who-sees-it = Who sees it
button-share-everything = Everything
# label: the way people say it
button-share-state = Only that it’s done
button-share-nothing = Keep it private
button-share-change = Change this
homework-shared =
    Noted: { $what }

    You can change this whenever you like, in “My exercises”.
button-bring = I’ll speak of it
homework-brings =
    Noted. The team knows before the workshop that you would like to speak of it.

    On the day, nothing obliges you to.
homework-shares-everything = your answers are seen too.
homework-shares-state = only that it is done is seen.
homework-shares-nothing = it stays with you. Nothing is seen.
homework-not =
    Noted: not this week. That answer is enough.

    Would you like to say why? In a group, reasons are counted, without names.
button-reason-forgot = I forgot
button-reason-hard = Too difficult
button-reason-unclear = Not clear
button-reason-energy = Energy or time
button-reason-not-me = Not for me
homework-easier =
    Thank you. There is an easier version, with fewer questions.
button-easier = The easier version
button-let-go = Leave it
homework-let-go = Noted. I will not bring it up again by myself.
# lock-screen
homework-thanked =
    { $coach } says thank you.

    It is for “{ $title }”.
toast-thanked = The thank-you is on its way.

# lock-screen
homework-word =
    { $staff } leaves you a word.

    Under “{ $title }”:

    { $text }

    You can say thanks, or not answer at all.
button-say-thanks = Say thanks
homework-word-thanked =
    { $staff } left you a word, under “{ $title }”:

    { $text }

    Your thanks went out.
toast-group-changed = The group has changed since. These thanks do not go out.
# lock-screen
homework-easier-proposal =
    { $staff } suggests something simpler.

    There is also “{ $title }” with fewer questions.

    You can take this version, or not.
# lock-screen
homework-day-proposal =
    { $staff } suggests another day.

    “{ $title }”: { $day }.

    You can say yes, or keep your own moment.
homework-day-over =
    That day is over.

    The exercise is still possible, at another moment.
homework-as-it-is = It is noted. Nothing changes.
toast-exercise-over = This exercise is over already. Nothing changes.

## My chart

button-my-chart = Read my chart
button-chart-row = { $day }: { $what }
button-chart-picture = As a picture
button-newer = Newer
button-older = Older
# long: it is as long as somebody wrote it
chart =
    My chart, the newest first

    { $rows }

    Nobody else sees it, except what you share.
chart-empty =
    Your chart is still empty.

    Each time you do the exercise “My chart”, a row comes here.
keepsake-gone =
    This cannot be read at the moment.

    Your answers are kept.
chart-day = { $day }
chart-day-half = { $day }, in part
chart-row-short =
    { $day }
    { $lines }
chart-line = • { $column }: { $said }
# long: it is as long as somebody wrote it
chart-row =
    { $day }

    { $cells }
chart-cell =
    — { $column }
    { $said }
chart-scale = { $name }: { $word }
chart-picture =
    Picture { $number } of { $count }, to keep or to bring along.

    { $rows }
chart-title = My chart
chart-situation = Situation
chart-feeling = Feeling
chart-thought = Thought
chart-fits = Facts that fit
chart-fits-not = Facts that do not fit
chart-fairer = A fairer way to see it
chart-now = Now
chart-next = Next
chart-unshown = (to be read in the chat)
command-chart = My chart

## The people around me

button-my-network = People around me
button-network-words = In words
button-network-picture = As a picture
network =
    People around me

    { $lines }

    Nobody else sees the names.
network-most = The { $count } people you noted last.
network-empty =
    There is nobody here yet.

    The exercise “People around me” adds one person at a time.
network-circle = • { $circle }: { $names }
# long: one line for each person
network-words =
    People around me

    { $blocks }
network-block =
    — { $circle }
    { $lines }
network-line = • { $name }: { $supports }
network-line-alone = • { $name }
network-title = People around me
network-me = me
network-unplaced = in no circle yet
network-unshown = somebody

## A person’s exercises, for the coach

line-exercises = Exercises:
line-exercise-given = • { $title }: suggested, by { $due }
line-exercise-done = • { $title }: done
line-exercise-tried = • { $title }: tried
line-exercise-not = • { $title }: not this week
line-exercises-none = No exercise was suggested in the last weeks.
person-exercises =
    { $name }’s exercises

    { $lines }

    “Suggested” can also mean: the person keeps it private.
person-answers =
    { $name } shows you these answers.

    { $title }

    { $lines }
line-answer =
    { $prompt }
    → { $answer }
button-answers-of = Answers: { $title }
button-thank = Thanks: { $title }
button-assign-new = Suggest an exercise
button-assign-another = Another exercise
button-assign = Suggest
assign-workshop =
    From which workshop would you like to suggest an exercise to { $name }?

    { $lines }
line-numbered = { $number }. { $what }
assign-none = There is no exercise to suggest to { $name } yet.
workshop = Workshop { $number }
workshop-any = At any time
assign-which =
    { $workshop }

    Which exercise would you like to suggest to { $name }?
assign-card =
    { $title }

    { $why }

    { $caution }

    By { $due }. { $name } starts, or not, and chooses what is seen.
assigned =
    Sent to { $name }: “{ $title }”.

    Nothing starts without their yes.

button-group-exercises = Exercises
button-assign-group = Suggest to all
group-exercises =
    { $name }: the exercises to suggest.

    { $lines }

    By { $due }. Each person starts, or not.
group-exercises-none = There is no exercise to suggest after this workshop.
button-choose-others = Choose others
button-to-one = To one person
group-choose-none =
    { $name }: no exercise chosen.

    Tap a workshop to choose some. The group has until { $due }.
group-choose-which =
    { $name }, { $workshop }

    Tap an exercise to choose it, or to choose it no more. { $most } at most.
toast-enough-exercises = Three exercises are enough at a time.
group-assigned =
    Sent to the group “{ $name }”.

    Each person starts, or not, and chooses what is seen.
# lock-screen
group-homework-given =
    Before the next workshop of the group “{ $group }”, if you like:

    { $lines }

    By { $due }. Nothing starts without you.
line-exercise = • { $title }

## Taking a break

pause-staff = I write to you at your contact hours, or if you write to me. Breaks are for the people supported.
pause-question =
    A break until when? I write nothing in that time. Help is still there.

    Tap a choice, or write the last day, for example: 15 January.
button-pause-today = Today
button-pause-3 = Three days
button-pause-7 = Seven days
paused =
    A break until { $day }, that day included. I do not write before.

    Help is still there.
button-resume = Start again
resumed = The break is over. The reminders go on.
not-paused = There is no break at the moment.

## Who sees what

privacy =
    Your coach sees only what you show, and can keep notes. Your employer never sees anything.

    I keep your first name or nickname, your choices and your answers. Names, answers and messages are encrypted. Telegram could read our messages.

    { $words }
privacy-no-coach =
    No coach supports you here at the moment. The team of a workshop sees only what you show. Your employer never sees anything.

    I keep your first name or nickname, your choices and your answers. Names, answers and messages are encrypted. Telegram could read our messages.

    { $words }
privacy-words = Some words bring the help card, others escape me. No one is told.
privacy-staff =
    I keep your first name or nickname, your hours and your answers. Names, answers and messages are encrypted.

    Each person you support can read who looked at their page, and when.

    Messages go through Telegram, which could read them.
privacy-stranger =
    I keep nothing about you.

    Messages go through Telegram, which could read them.
button-switch-sharing = Change my choices
# label: it is seen whose coach
button-coach-screen = My coach’s view
button-who-looked = Who looked
privacy-switch =
    Exercises, wake-up, mood, work: to your coach.
    Workshop: your exercises done or not, to the workshop team.

    Tap a line to change it. Nobody sees that you changed.
privacy-switch-no-coach =
    Exercises, wake-up, mood, work: to a coach, later.
    Workshop: your exercises done or not, to the workshop team.

    Tap a line to change it. Nobody sees that you changed.
privacy-screen =
    This is exactly what your coach sees:

    { $screen }
line-look = { $day }, { $time }: { $name }
looks =
    Who looked at your page:

    { $lines }
looks-none = Nobody has looked at your page yet.

## What I agreed to

button-my-consents = My agreements
consent-of-channel = Messages on Telegram
consent-of-note = A note to your coach, if you do not answer in the morning
line-consent = { $what }: yes, since { $day }
consents =
    Your agreements

    { $lines }

    Each agreement has a button to take it back.
consents-none = There is no agreement at the moment. I send you nothing by myself.
button-end-channel = Stop the messages
button-end-note = Stop that note
button-agree-again = Agree again
button-review = Look again
consent-again =
    You agreed to a text on { $day }. It has changed. Until you answer, I send you nothing by myself.

    { $what }

    { $text }
consent-note-again =
    The text about the note to your coach has changed since { $day }. Until you answer, that note is not sent.

    { $what }
consent-kept = Noted. Everything goes on.
consent-ended =
    Noted. I send you nothing by myself any more. I answer when you write.

    Your support goes on. To delete everything: /forget
consent-note-ended = Noted. Your coach does not get that note any more.

## My data

mydata-question =
    I can send you here everything I keep about you.

    There are two files: a page to read, and one for a program. They go through Telegram and stay in this conversation.
button-my-data = My data
button-mydata = Send here
mydata-coming = Here are your two files.
mydata-page = A page to read. It opens on a phone or a computer.
mydata-data = The same data, for another program (JSON).
mydata-file = relais-data
mydata-title = My data in Relais
mydata-intro = Everything that Relais keeps, on { $made }. Names, answers and messages are encrypted there. An employer never sees anything.
mydata-nothing = Nothing.
mydata-kept = Kept until the person leaves.
mydata-kept-days = { $days ->
        [one] Kept one day at most.
       *[other] Kept { $days } days at most.
    }
mydata-yes = yes
mydata-no = no
mydata-aside = put aside
mydata-table-person = The person
mydata-table-role = Role
mydata-table-chat = The Telegram conversation
mydata-table-erasure = Asked to leave
mydata-table-support = Support
mydata-table-sharing = Who sees what
mydata-table-consent = What was agreed to
mydata-table-look = Who looked, and when
mydata-table-plan = Planned messages
mydata-table-morning = Working mornings
mydata-table-checkin = Check-ins
mydata-table-event = Marked days
mydata-table-assignment = Exercises suggested
mydata-table-run = Questions and answers
mydata-table-question = Open question
mydata-table-sentence = My sentences
mydata-table-toolbox = My techniques
mydata-table-coach-note = Notes of coaches (the team can be asked for their words)
mydata-table-wishes = Wanted messages
mydata-field-written-at = Written on:
mydata-field-text = Text:
mydata-field-changed-at = Changed on:
mydata-field-said = Choices:
mydata-field-gentle-until = Only one message until:
mydata-field-resting-since = Resting since:
mydata-table-contact-request = Requests for a contact
mydata-table-contact-notice = Requests to look at
mydata-table-group-member = Groups
mydata-table-group-lead = Groups led
mydata-table-group-invitation = Invitations to a group
mydata-table-attendance = Workshops: who comes
mydata-field-coming = Coming:
mydata-field-came = Noted as there:
mydata-table-group-chat = Group chats to connect
mydata-table-outing = Outings proposed
mydata-table-outing-member = Outings I am in
mydata-field-place = Place:
mydata-field-most = Places:
mydata-table-desk = Morning digest
mydata-field-wall = Time:
mydata-field-last-at = Last on:
mydata-field-unreachable = People who get nothing:
mydata-table-cover = Who covers for whom
mydata-field-line = Words:
mydata-field-seen-by = Seen by:
mydata-field-seen-at = Seen on:
mydata-field-calls = Will call:
mydata-field-next-at = Next message on:
mydata-field-step = Step:
mydata-field-cover-id = Covered by:
mydata-field-first = From:
mydata-field-last = To:
mydata-table-delivery = Messages from Relais
mydata-table-incoming = Messages that could not be read
mydata-table-chat-window = Times when Telegram asked to wait
mydata-table-invitation = Invitations
mydata-table-overview-look = Looks at the overview
mydata-table-wrong-code = Unknown invitation codes
mydata-field-tried-at = Tried on:
mydata-field-name = Name:
mydata-field-standing = Situation:
mydata-field-zone = Place of the hours:
mydata-field-created-at = Since:
mydata-field-paused-until = Break until:
mydata-field-hours = Contact hours:
mydata-field-role = Role:
mydata-field-telegram-id = Telegram number:
mydata-field-language = Language:
mydata-field-address = French form:
mydata-field-heard-at = Last message received on:
mydata-field-reachable = Messages arrive:
mydata-field-discreet = Discreet mode:
mydata-field-due = Planned for:
mydata-field-coach-id = Coach:
mydata-field-state = State:
mydata-field-since = Since:
mydata-field-stream = Subject:
mydata-field-audience = For:
mydata-field-shown = Visible:
mydata-field-purpose = Agreement:
mydata-field-version = Version of the text:
mydata-field-given-at = Given on:
mydata-field-withdrawn-at = Ended on:
mydata-field-replaced-at = Text changed on:
mydata-field-staff-id = Who:
mydata-field-looked-at = On:
mydata-field-kind = Subject:
mydata-field-details = Details:
mydata-field-proposed-by = Proposed by:
mydata-field-day = Day:
mydata-field-answered-at = Answered on:
mydata-field-snoozes = Times “later”:
mydata-field-what = Words:
mydata-field-asked-at = Asked on:
mydata-field-assigned-at = Suggested on:
mydata-field-assigned-by = By:
mydata-field-outcome = Result:
mydata-field-shares = Seen:
mydata-field-easier = Easier version:
mydata-field-brings = Will speak of it in the workshop:
mydata-field-thanked-at = Thanked on:
mydata-field-answers = You said:
mydata-field-received-at = Received on:
mydata-field-raw = Content:
mydata-field-opened-at = On:
mydata-field-seconds = Seconds:
mydata-field-expires-at = Until:
mydata-value-participant = supported person
mydata-value-coach = coach
mydata-value-facilitator = workshop team
mydata-value-supervisor = supervisor
mydata-value-enrolling = coming in
mydata-value-active = current
mydata-value-leaving = asked to leave
mydata-value-fr = French
mydata-value-en = English
mydata-value-vous = vous
mydata-value-tu = tu
mydata-value-asked = asked
mydata-value-pending = waiting
mydata-value-ended = over
mydata-value-reached = whether messages arrive
mydata-value-exercises = exercises
mydata-value-wakeups = wake-up
mydata-value-checkins = mood
mydata-value-channel = going through Telegram
mydata-value-note = a note to the coach, without an answer in the morning
mydata-value-wakeup = wake-up
mydata-value-checkin = check-in
mydata-value-coping = technique
mydata-value-afterwork = after work
mydata-value-sentence = sentence
mydata-value-reminder = reminder
mydata-value-workshop = workshop
mydata-value-exercise = exercise
mydata-value-begun = begun
mydata-value-tried = tried
mydata-value-not-this-week = not this week
mydata-value-everything = everything
mydata-value-nothing = nothing
mydata-value-state = only that it is done
mydata-value-proposed = proposed
mydata-value-declined = declined
mydata-value-awaited = no answer yet
mydata-value-snoozed = a few more minutes
mydata-value-up = up
mydata-value-not-working = no work
mydata-value-unwell = not well
mydata-value-open = current
mydata-value-cancelled = cancelled
mydata-value-stopped = stopped, can go on
mydata-value-finished = over
mydata-value-left = replaced
mydata-value-planned = planned
mydata-value-sending = on its way
mydata-value-sent = sent
mydata-value-failed = not sent
mydata-value-expired = too late
mydata-value-skipped = set aside
mydata-value-uncertain = uncertain
mydata-value-seen = seen
mydata-value-withdrawn = taken back
mydata-value-renewed = asked again
mydata-value-answered = talked about
mydata-value-tell = to be told
mydata-value-remind = to be reminded
mydata-value-hand-over = to be handed over
mydata-value-give-up = unanswered
mydata-value-done = over
mydata-value-claimed = opened
mydata-value-used = used
mydata-value-revoked = cancelled

## Changing the language

settings-question = What would you like to change?
button-privacy = Privacy
button-my-hours = My hours
hours-mine = At the moment: from { $opens } to { $closes }.
language-question =
    Which language do you prefer?

    Le français est aussi possible.
button-french-vous = Français, avec vous
button-french-tu = Français, avec tu
language-kept = Noted: English.
language-buttons = The two buttons at the bottom change too.

## Leaving

button-leave = Leave Relais
leave-stranger = I keep nothing about you. There is nothing to delete.
leave-question =
    Would you like to leave? I delete everything: your answers, your choices, your wake-up.

    You have one day to change your mind. Until then I do not write.

    { $told } Telegram keeps a copy of our messages. You can delete it too.
leave-told-coach = Your coach will only know that it is over.
leave-told-team = The workshop team will only know that it is over.
leave-told-nobody = Nobody is told.
leave-question-staff =
    Would you like to leave? I delete what I keep about you.

    You have one day to change your mind. Until then I do not write.

    { $lines }
line-leave-people = The people you support will know. For them, my messages do not change.
line-leave-groups = Your groups and their dates stay. I tell the members nothing of it.
button-leave-now = Yes, delete everything
leave-waiting =
    Noted. Everything will be deleted on { $day } at { $time }. Until then I do not write to you.

    You can change your mind before. Help stays here.
leave-soon =
    Everything will soon be deleted, as you asked.

    You can still change your mind. Help stays here.
button-leave-undo = I stay
leave-undone = Noted. Nothing is deleted, everything goes on as before.
erased =
    Done, everything is deleted. Thank you, and all the best.

    I have also taken back our messages of the last two days. Telegram keeps the others. You can delete this conversation.
left =
    Done, everything is deleted. Thank you, and all the best.

    Telegram still keeps this conversation. You can delete it too.
participant-left =
    { $name } no longer uses Relais.

    No more messages are sent.
coach-left =
    { $name } no longer uses Relais.

    { $lines }

    For you, my messages do not change. The team can tell you who supports you now.
line-left-shown = Another coach will see nothing of what you showed, unless you choose it.
# lock-screen
role-ended =
    Your role in Relais is over. Thank you for what you did.

    You see nobody here any more. I have taken back our messages of the last two days.

    You can still ask for your data, or delete everything.
# lock-screen
role-ended-partly =
    One of your roles in Relais is over.

    I have taken back our messages of the last two days. The menu shows what you can do.
note-will-call = Noted. You will call { $name }.
note-noted = Noted for { $name }.

## What Telegram shows before the first line

command-menu = The menu
command-days = My days as a picture
command-help = Whom to call
command-resume = End the break
command-language = Change the language
command-leave = Leave and delete everything
bot-description =
    Relais is a program. It writes at the times that you choose.

    To begin, open your invitation link.

    Nobody reads here in real time.
bot-short-description = A program that writes at the times that you choose.

## In the terminal, for whoever installs Relais

cli-setting-missing = The setting { $name } is missing: give it in the environment or in the file .env.
cli-setting-wrong = The setting { $name } is not valid: see the list of settings in README.md.
cli-option-wrong = The option { $name } is not valid. What is, --help says.
cli-token-refused = Telegram does not accept { $name }: copy again what BotFather gave.
cli-telegram-away = Telegram does not answer: check the network and { $name }.
cli-database-away = The database cannot be opened: check { $name }.
cli-name-wrong = This name does not fit: give a first name or nickname, 40 characters at most.
cli-webhook-refused = Telegram does not accept the address in { $name }: check the name, the port and the certificate.
cli-address-taken = This address or port is not free: change { $host } or { $port }.
cli-parts-apart = An SQLite file is for one process: leave out --parts, or give a PostgreSQL database in { $name }.
cli-port-taken = This port is not free, give another one with --port: { $why }.
cli-file-trouble = There is a problem with the file { $file }: { $why }.
cli-trouble = Relais cannot start: { $what }.
cli-database-not-ready = The database does not have the tables of this version: start relais run.
cli-status-head = Relais, { $day } at { $time }
cli-status-planned = To be sent: { $count }
cli-status-next = Next: { $day } at { $time }
cli-status-overdue = Late: { $count }, the oldest by { $minutes } min
cli-status-resting = Chats that Telegram makes wait: { $count }, messages for them: { $held }
cli-status-windows = In 24 hours, Telegram asked to wait { $count } times, { $seconds } s at most
cli-status-unreachable = Chats that cannot be reached: { $count }
cli-status-person = Person who cannot be reached: { $id }
cli-status-aside = Plans set aside, which cannot be planned: { $count }
cli-status-plan = Plan set aside: { $id }
cli-status-erasures = People who asked to leave and were not erased in time: { $count }
cli-status-consents = Consents to be asked for again, since their text changed: { $count }
cli-status-inbox = Received, not handled yet: { $count }, the oldest for { $minutes } min
cli-status-dead = Received, set aside: { $count }
cli-status-sent = In 24 hours, { $class }: { $count } sent, late by { $seconds } s at most
cli-status-delayed = In 24 hours, { $class }: { $count } sent with a delay ({ $reason })
cli-status-ended = In 24 hours, { $class }: { $count } { $state } ({ $reason })
cli-status-trouble = { $id }: { $class }, { $day } at { $time }, { $state } ({ $reason })
cli-class-reply = reply
cli-class-wakeup = wake-up
cli-class-coping = technique
cli-class-homework = exercise
cli-class-checkin = check-in
cli-class-contact = contact
cli-class-digest = digest
cli-state-failed = not sent
cli-state-sent = sent
cli-state-expired = too late
cli-state-skipped = left out
cli-state-uncertain = uncertain
cli-reason-late = its time was over
cli-reason-missed = Relais was not running then
cli-reason-restored = a backup was brought back after its time
cli-reason-slowed = Telegram asked to wait
cli-reason-away = Telegram did not answer
cli-reason-paused = break
cli-reason-withdrawn = withdrawn
cli-reason-answered = answered already
cli-reason-woken = woken up already
cli-reason-quiet = quiet hours
cli-reason-closed = not at a time that suits
cli-reason-budget = enough messages for that day
cli-reason-merged = sent with another message
cli-reason-unreachable = cannot be reached
cli-reason-refused = Telegram does not want it
cli-reason-malformed = cannot be read
cli-reason-unapproved = text not signed off yet
cli-reason-unknown = not confirmed by Telegram
cli-doctor-key = The key { $file } is there, and only its account reads it.
cli-doctor-key-open = Other accounts can read the key: type chmod 600 { $file }.
cli-doctor-key-other = The key does not open this database: it is not the one that was in use before.
cli-doctor-database = The database answers, with the tables of this version.
cli-doctor-database-unknown = The database was not tried: the key is needed first.
cli-doctor-zones = The time zones are those of release { $release }.
cli-doctor-zones-old = The time zones ({ $release }) are more than { $days } days old: update tzdata on this machine.
cli-doctor-zones-unknown = The release of the time zones is not known: update tzdata on this machine.
cli-doctor-card = The help card ({ $country }) is of { $day } { $year }.
cli-doctor-card-old = The help card ({ $country }) is of { $day } { $year }: check its numbers.
cli-approval-none = { $piece }: not signed off yet, see { $place }
cli-approval-older = { $piece }: changed since { $name } signed it off ({ $day } { $year }), see { $place }
cli-approval = { $piece }: signed off by { $name } ({ $day } { $year })
cli-approve-how = Read these texts, then type relais approve --all --by NAME, or relais approve checkins/mood --by NAME.
cli-approve-unknown = There is no text { $piece }: type relais approve to see the list.
cli-approved = Texts signed off by { $name }: { $count }. Relais uses them from its next start on.
cli-unapproved = Texts that nobody has signed off yet, and that are not sent: { $count } ({ $names }). Type relais approve.
cli-preview-how = Type a number, words, a time or a date such as 2026-12-01. Enter skips, < goes back, a full stop stops.
cli-preview-about =
    { $title } ({ $minutes } min). { $why }

    What facilitators see: { $seen }
cli-preview-again = This is no answer to the question.
cli-outcome-done = Outcome: done.
cli-outcome-tried = Outcome: tried.
cli-outcome-open = Outcome: not tried yet.
cli-preview-unknown = There is no exercise { $name }.
cli-doctor-approved = All texts that need it are signed off.
cli-doctor-token = Telegram knows the bot @{ $bot }.
cli-doctor-clock = The clock agrees with Telegram’s.
cli-doctor-clock-wrong = The clock is { $seconds } s off Telegram’s: set it right.
cli-doctor-clock-unknown = Telegram’s time is not known: the clock is not checked.
cli-doctor-polling = Relais asks Telegram for the messages itself.
cli-doctor-webhook = Telegram brings the messages to { $url }.
cli-doctor-webhook-left = Telegram still brings the messages to { $url }: relais run ends that.
cli-doctor-webhook-other = Telegram does not bring the messages to { $url } yet: relais run tells it to.
cli-doctor-webhook-failing = Messages that Telegram cannot bring: { $count }. Check the way to Relais.
cli-demo-ready = The demo is ready: { $address } (Ctrl-C stops it).
cli-retention-due = To forget, { $table }: { $count }
cli-retention-done = Forgotten, { $table }: { $count }
cli-retention-none = Nothing is older than it may be.
cli-staff = { $name }: { $role } ({ $id })
cli-staff-none = Nobody works here yet.
cli-staff-unknown = Nobody here has that name or that role: type relais staff to see the list.
cli-staff-several = Several people have that name: give the id that relais staff shows.
cli-staff-ended = { $name }: role ended ({ $role })
cli-staff-no-coach = Without a coach now: { $name }
cli-staff-no-lead = Group that nobody leads now: { $name }
cli-backup-done = The backup is written: { $file }. The key file is not in it.
cli-restore-done = { $file } is in place. Messages due before now, which will not be sent: { $expired }; perhaps sent already: { $uncertain }. Answers set aside: { $updates }; people erased again: { $erased }.
cli-database-in-use = Something is using the database: stop Relais first.
cli-database-not-empty = The database holds something: add --over to put the backup in its place.
cli-not-a-backup = This file is not a backup that this version of Relais can read.
cli-key-other = The key in { $name } does not open this backup: take the key file that was in use then.
cli-tool-missing = { $tool } is missing: install PostgreSQL’s client programs (on Debian: apt-get install postgresql-client).
cli-tool-failed = { $tool } did not succeed: { $why }
