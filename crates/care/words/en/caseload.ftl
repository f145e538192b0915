menu-day = My day
menu-persons = People
menu-team = Team
days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}

day-title = Hello { $name }. { $count ->
    [0] Nobody is waiting today.
    [1] One person is waiting for you.
    [2] Two people are waiting for you.
    [3] Three people are waiting for you.
    [4] Four people are waiting for you.
    [5] Five people are waiting for you.
    [6] Six people are waiting for you.
    [7] Seven people are waiting for you.
    [8] Eight people are waiting for you.
    [9] Nine people are waiting for you.
   *[other] { $count } people are waiting for you.
}
day-list = Today: { $what }.
day-calm = Nothing presses. A good moment to ask how people are.
day-requests = { $count ->
    [one] one request to open
   *[other] { $count } requests to open
}
day-calls = { $count ->
    [one] one call to make
   *[other] { $count } calls to make
}
day-meetings = { $count ->
    [one] one first visit
   *[other] { $count } first visits
}
day-silent = { $count ->
    [one] one organisation to chase
   *[other] { $count } organisations to chase
}
day-others = { $count ->
    [one] one more thing to follow up
   *[other] { $count } more things to follow up
}
day-noted = Noted.
day-open-requests = { $count ->
    [one] One request is waiting to be opened
   *[other] { $count } requests are waiting to be opened
}
day-today = Today
day-soon = Soon
day-empty = Nothing to do today. The next tasks will appear by themselves.
day-your-thread = Your thread
day-followed-nobody = You are not accompanying anybody at the moment.
day-followed = { $followed ->
    [one] One person accompanied
   *[other] { $followed } people accompanied
}. { $took_part ->
    [0] None has taken part three times yet.
    [one] One has taken part at least three times.
   *[other] { $took_part } have taken part at least three times.
}
day-median = { $days ->
    [one] Median wait before the first contact: one day.
   *[other] Median wait before the first contact: { $days } days.
}

task-call-late = Was to be called by { $day }
task-meeting = First visit to “{ $place }” { $day }
task-ask-how-it-went = First meeting at “{ $place }” on { $day }: did they go?
task-call-first = New person, to be called by { $day }
task-call-back = To be called back on { $day }
task-write-letter = { $tries } calls without an answer: a letter can go
task-try-again = { $tries ->
    [one] One try without an answer
   *[other] { $tries } tries without an answer
}
task-await-letter = A letter has gone, no news so far
task-find-another = “{ $place }” came to nothing: propose something else
task-chase = “{ $place }” has not answered since { $day }
task-ask-again = Waiting list at “{ $place }”: ask again since { $day }
task-introduce = “{ $place }” says yes: prepare the first visit
task-decide-after-letter = No answer to the letter of { $day }: call once more, or close
task-review = The review was planned for { $day }
task-ask-if-they-came = Last came to “{ $place }” on { $day }: do they still go?
task-assess = You have spoken: take stock together
task-find = Stock is taken: look for an activity
task-resume = The pause ended on { $day }

tag-late = late
tag-meeting = first visit
tag-how-it-went = ask how it went
tag-new = to call
tag-call-again = to call again
tag-letter = letter
tag-find = propose something
tag-waiting-list = waiting list
tag-silent = silence
tag-accepted = place found
tag-decide = no news
tag-review = review
tag-assess = to meet
tag-resume = to resume

do-prepare = Prepare the visit
do-chase = Call the organisation
do-call = Call
do-note-reached = We spoke
do-note-no-answer = No answer
do-note-call-back = To call back that day
do-note-wrong-number = Wrong number
do-write-letter = Write a letter
do-find = Find an activity
do-assess = Take stock
do-plan = The plan
do-carnet = The booklet to take along
do-measure = The measures
do-review = Review together
do-close = End the course of support
back-to-file = Back to the file

case-awaiting-contact = First contact to make
case-in-assessment = Getting to know each other
case-active = Course of support under way
case-paused = Paused until { $day }
case-closed = Ended: { $outcome }
outcome-settled = takes part on their own
outcome-goals-reached = goals reached
outcome-other-support = others take over
outcome-unreachable = not reachable
outcome-stopped = preferred to stop
outcome-moved = moved away
outcome-deceased = deceased
outcome-other = other
how-call = Call
how-visit = Visit
how-message = Message
how-letter = Letter

progress-sent = Step 1 of 7: request sent
progress-reached = Step 2 of 7: first contact
progress-assessed = Step 3 of 7: stock is taken
progress-connected = Step 4 of 7: a place is found
progress-took-part = { $times ->
    [one] Took part once
   *[other] Took part { $times } times
}
mark-sent = Request sent
mark-accepted = Request accepted
mark-first-contact = First contact
mark-assessed = Stock taken with the person
mark-place-found = A place is found
mark-took-part-first = First participation
mark-took-part = { $times ->
    [one] First participation
   *[other] Participation number { $times }
}
mark-settled = Takes part on their own
mark-closed = Course of support ended

persons-title = { $count ->
    [0] Nobody yet
    [one] One person
   *[other] { $count } people
}
persons-look = Look for a name
persons-search = Search
persons-with-closed = Show ended courses of support too
persons-open-only = Only courses of support under way
persons-nobody-named = No name contains “{ $name }”.
persons-empty = Nobody for now. An accepted request appears here.
followed-by = with { $name }
followed-by-mme = followed by { $name }
followed-by-m = followed by { $name }
followed-by-nobody = without a link worker
prescribed-by = asked for by { $name }
prescribed-by-mme = referred by { $name }
prescribed-by-m = referred by { $name }

file-title = File
file-reach = Contact
file-attempt-more = Call back, wrong number, note
file-attempt-note = Note about this call
file-call-on = Call back on
file-call-on-odd = Choose the day to call back: today or a day to come.
file-give-nobody = There is no other link worker in this team. The administrator can invite one.
file-reread = Read again
file-together = Move forward together
file-ties = Connections
file-ties-empty = None yet. Look together for what the person would like.
file-story = The thread
file-person = The person
file-origin = Origin
file-who = Who accompanies
file-give-to = Give to
file-give = Give
file-pause = Pause and end
file-pause-until = Pause until
file-pause-odd = Choose a day to come.
file-pause-do = Pause
file-resume = Resume the course of support

event-opened = Request accepted
event-assigned = Given to { $who }
event-reached = First contact
event-assessed = Stock taken
event-planned = Plan written together
event-proposed = “{ $place }” proposed
event-asked = Place asked for at “{ $place }”
event-accepted = “{ $place }” says yes
event-declined = “{ $place }” says no
event-waitlisted = Waiting list at “{ $place }”
event-reminded = “{ $place }” reminded
event-expired = “{ $place }” did not answer in thirty days
event-introduced = First visit prepared at “{ $place }”
event-attended = Took part in “{ $place }”
event-settled = Takes part on their own in “{ $place }”
event-dropped = “{ $place }” came to nothing
event-paused = Paused until { $day }
event-resumed = Course of support resumed
event-reviewed = Reviewed together
event-closed = Course of support ended
attempt-reached = Call: we spoke
attempt-no-answer = Call without an answer
attempt-call-back = Call: to call back
attempt-wrong-number = Wrong number
attempt-sent = Letter sent

letter-title = A letter, since the telephone does not answer
letter-lede = Print it, post it, then note it: the person stays in your list.
letter-discreet = Discretion asked for: post this letter in an envelope without a team’s name or stamp, or do not send it.
letter-no-address = Address unknown: to be completed before printing
letter-posted = The letter is posted
letter-file = Letter
letter-hello = Dear Sir or Madam,
letter-hello-mme = Dear Madam,
letter-hello-m = Dear Sir,
letter-from-prescriber = { $name }, whom you know, asked me to get in touch with you.
letter-from-person = You asked us to call you.
letter-from-third-party = Somebody who cares for you asked us to see how you are, with your agreement.
letter-from-paper = A written request in your name has reached us, asking us to get in touch with you.
letter-tried = I tried to call you and could not reach you.
letter-without-phone = I have no number to call you on.
letter-call = You can call me on { $phone }, whenever you want. We can talk about what you would enjoy, and look for it together near you.
letter-free = It is free, and you are free not to answer. If I do not hear from you, I will not insist.

team-title = The team
team-worker = Link worker
team-open = Under way
team-waiting = Awaiting first contact
team-late = Late
team-took-part = Took part three times
team-median = Median wait for first contact
team-nobody = Without a link worker
team-nobody-empty = Everybody has a link worker.
team-stuck = Who waits too long
team-stuck-empty = Nobody waits too long.

calls-link = Today’s calls, to print
calls-title = Today’s calls
calls-lede = A sheet to telephone from away from a screen, with room to write. It names people: do not leave it lying about, and destroy it once it is typed in.
calls-none = Nobody to call today.
calls-no-phone = No known telephone
calls-foot = To be typed in under “My day” afterwards, then destroyed.
day-study = { $count ->
    [one] Study “{ $study }”: one person to ask
   *[other] Study “{ $study }”: { $count } persons to ask
}
