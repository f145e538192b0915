## A connection's states, in one line each.
connection-state-proposed = Proposed, not asked yet
connection-state-asked = Asked, waiting for an answer
connection-state-waitlisted = On a waiting list
connection-state-accepted = Accepted, the first meeting is to be arranged
connection-state-declined = Declined
connection-state-expired = No answer after 30 days
connection-state-introduced = First meeting arranged
connection-state-took-part = Takes part
connection-state-settled = Takes part without our help
connection-state-dropped = Dropped


## How the person goes the first time.
connection-going-alone = Alone
connection-going-accompanied = With somebody
connection-going-transport = With transport arranged

## What may be told to an organisation, and how it is worded.
connection-shared-name = First name and initial
connection-shared-age-band = Age
connection-shared-phone = Telephone
connection-shared-likes = What they like
connection-shared-accompaniment = The first time
connection-age-band = between { NUMBER($from) } and { NUMBER($to) }
connection-needs-accompaniment = would like somebody to come along, or to be met at the door
connection-consent-opening = { $person } agrees that the team of “{ $site }” asks “{ $organization }” for a place in “{ $resource }”, and tells them:
connection-consent-line = – { $label }: { $text }
connection-consent-nothing = – nothing but this request
connection-consent-closing = Nothing is said of their health. This agreement can be withdrawn at any time; nothing more is then passed on.

## The list of a case, and one connection.
connection-list-title = Connections
connection-list-lede = Each activity proposed to { $person }, and where it stands.
connection-list-empty = Nothing has been proposed yet
connection-list-empty-text = Look together for an activity near home, then propose it here.
connection-find = Find an activity
connection-at = with { $organization }
connection-thread-label = 
    { $done ->
        [1] Proposed
        [2] Proposed, asked
        [3] Proposed, asked, accepted
        [4] Proposed, asked, accepted, meeting arranged
        [5] Went at least once
        [6] Went at least three times
       *[other] Went at least six times
    }
connection-times = 
    { $n ->
        [0] Not been yet
        [one] Been once
       *[other] Been { $n } times
    }
connection-milestone-first = 1st time
connection-milestone-third = 3rd time
connection-milestone-sixth = 6th time
connection-next-title = The next thing to do
connection-next-proposed = Talk about it together. If it is a yes, ask for a place: the organisation will learn only what the person agrees to tell.
connection-next-asked = Request sent on { $on }. Without an answer, a reminder leaves on { $reminder }; the request ends on { $end }.
connection-next-reminded = Request sent on { $on }, reminder sent on { $reminder }. Without an answer it ends on { $end }.
connection-next-call = No address is known for requests: call the organisation, then note its answer. Without an answer noted, the request ends on { $end }.
connection-next-waitlisted = On a waiting list. The organisation will be asked again on { $until }.
connection-next-waited = On a waiting list until { $until }, and still no news: call the organisation.
connection-next-accepted = The organisation said yes. Arrange the first meeting: this is where most people are lost.
connection-next-introduced = The first meeting is on { $on }. After it, call the person and note that they came.
connection-next-introduced-some-day = The first meeting is arranged, without a day. Note it as soon as it happens.
connection-next-took-part = Note each time. When the person goes without your help, say so: that is the aim.
connection-next-declined = The organisation could not say yes. Reason given: { $reason }. Look for what comes next together.
connection-next-expired = Thirty days without an answer: the request ended on { $on }. Look for what comes next together.
connection-next-settled = The person takes part without your help. There is nothing left to do here.
connection-next-dropped = This ends here. Reason noted: { $reason }.
connection-withdrawn-notice = The person no longer wishes this organisation to have their information. Nothing more is sent to it.
connection-gone-notice = This activity is no longer in the directory.
connection-next-best-title = Other possibilities
connection-call-sheet = On the telephone
connection-call-say = “Hello, { $who }. I am supporting somebody who would like to join { $resource }. Can you welcome them?”
connection-call-may-tell = You may tell, and nothing else:
connection-call-nothing = The person agreed to the request alone: tell nothing about them.
connection-phone-unknown = No telephone number is known. Complete the entry in the directory.
connection-phone-answer = The organisation answered by telephone

## Asking for a place.
connection-ask-title = Ask for a place
connection-ask-lede = Read these words with the person. Tick only what they agree to tell.
connection-ask-address = Write to
connection-ask-address-given = The organisation gave this address for requests.
connection-ask-address-answered = A request sent there has already been answered.
connection-ask-address-published = Address published in the directory. Check it by telephone before a first request.
connection-ask-address-unknown = No address is known. Ask the organisation for one, or prepare the call.
connection-ask-by-mail = The organisation receives a message that names nobody, with a link valid for 30 days to see this and to answer.
connection-ask-by-phone = By telephone nothing is sent: a sheet tells you whom to call and what to say.
connection-ask-share = What they agree to tell
connection-ask-likes = What they like, in their words
connection-ask-likes-hint = Passed on only if the box is ticked. Nothing about health.
connection-ask-agreed = The person has heard these words and agrees.
connection-ask-send = Send the request
connection-ask-prepare-call = Prepare the call
connection-ask-cancel = Not now
connection-ask-needs-agreement = Without the person’s agreement nothing is sent. Tick the box when they have given it.
connection-ask-needs-address = Write the organisation’s address, or prepare the call.
connection-ask-bad-address = This address cannot receive e-mail. Example: accueil@exemple.fr
connection-ask-needs-likes = Write what they like, or untick the box.
connection-ask-tick-likes = This text is passed on only if you tick “What they like”. Tick it, or clear the text.
connection-too-long = This text is too long: { NUMBER($max) } characters at most.

## An answer: yes, waiting list, no.
connection-yes-legend = Yes, the person is welcome
connection-yes-send = It is a yes
connection-yes-answer = Answer yes
connection-meeting-on = Day of the first meeting
connection-meeting-on-hint = Optional. It can be agreed later.
connection-meeting-place = Time and place
connection-meeting-place-hint = Optional. For instance: 2 pm, entrance by the garden.
connection-meeting-contact = Whom to ask for
connection-meeting-contact-hint = Optional. A first name, a number.
connection-wait-legend = Not yet: waiting list
connection-wait-send = It is the waiting list
connection-wait-answer = Put on the waiting list
connection-until = When to ask again
connection-until-hint = Without a date, you will be asked again in a month.
connection-no-legend = No, it is not possible
connection-no-send = It is a no
connection-no-answer = Answer no
connection-no-reason = For what reason?
connection-no-words = A few words for the team
connection-no-words-hint = Optional. They are never shown to the person.
connection-reason-needed = Choose a reason: it helps to find something better.
connection-day-unreadable = This date cannot be read. Write it like this: 31/01/2026.
connection-day-needed = Give a day.
connection-day-gone = This day has already passed.
connection-day-to-come = This day is still to come.
connection-day-before-asked = The organisation had not been asked yet that day.

## First meeting, attendance, end.
connection-introduce-send = The meeting is arranged
connection-introduce-again = Change the meeting
connection-going = How do they go?
connection-going-needed = Say how the person gets there.
connection-came-today-mme = Came today
connection-came-today-m = Came today
connection-came-today = Came today
connection-came-on = Came on another day
connection-came-day = Day
connection-came-send = Note this day
connection-settle-send = Now goes without my help
connection-drop-title = Drop this
connection-drop-reason = Why?
connection-drop-send = Drop

## Agreement, shown and withdrawn.
connection-consent-title = The person’s agreement
connection-consent-given = Given on { $on }
connection-consent-withdrawn = Withdrawn on { $on }
connection-consent-none = No agreement has been recorded for this organisation.
connection-consent-withdraw = Withdraw the agreement
connection-meeting-title = The first meeting
connection-organization-words = The organisation’s words, for the team only

## What happened, in lines.
connection-story-title = The thread
connection-story-proposed = Proposed
connection-story-asked = Place asked for
connection-story-reminded = Reminder sent
connection-story-accepted = The organisation said yes
connection-story-declined = The organisation said no
connection-story-waitlisted = Put on the waiting list
connection-story-expired = Request ended without an answer
connection-story-introduced = Meeting arranged
connection-story-attended = Came
connection-story-settled = Goes without our help
connection-story-dropped = Dropped
connection-story-other = Another event
connection-story-by-organization = by the organisation, with its link
connection-story-to-remind = Reminder, if nobody has answered
connection-story-to-expire = End of the request, if nobody has answered
connection-story-to-ask-again = The organisation will be asked again
connection-story-to-meet = First meeting

## When it cannot be done.
connection-problems = To correct
connection-stale-title = This connection changed while you were writing
connection-stale-text = This is how it stands now. What you wrote is kept below: make your choice again if it still holds.
connection-refused-not-now = This cannot be done now: here is how this connection stands.
connection-refused-closed = The course of support has ended: it can be read, but not changed.
connection-refused-already = This activity is already proposed to this person. Here it is.
connection-refused-paused = This organisation is paused and can welcome nobody for now. Nothing was sent.
connection-refused-enough = This organisation already has as many requests as it takes. Nothing was sent.
connection-ask-room = Places, according to the directory:
connection-ask-doubted = A recent request to this activity came to nothing: better call first.
connection-refused-no-consent = The person has not agreed, or has withdrawn their agreement.

## The organisation's page, behind its signed link.
connection-reply-title = Can you welcome somebody?
connection-reply-lede = { $who } is supporting somebody who would like to join “{ $resource }”.
connection-reply-facts = What the person agrees to tell you
connection-reply-no-facts = The person did not wish to say more before meeting.
connection-reply-facts-care = This is entrusted to you to welcome them. Please do not pass it on or keep it elsewhere.
connection-reply-question = A question? { $site },
connection-reply-thanks = Thank you, your answer has arrived
connection-reply-said-yes = You answered yes on { $on }. { $who } tells the person and calls you back to prepare their coming.
connection-reply-said-yes-before = You answered yes on { $on }. Thank you for welcoming them.
connection-reply-said-wait = You answered on { $on }: waiting list. You will be asked again on { $until }. If a place opens before, say so here.
connection-reply-said-no = You answered no on { $on }. Reason given: { $reason }. Another way will be looked for.
connection-reply-change = To change this answer, call the team.
connection-reply-again = Nothing was changed: an answer had already been given.
connection-reply-withdrawn-title = This request has been withdrawn
connection-reply-withdrawn-text = The person or the team supporting them has withdrawn this request. There is nothing for you to do. Thank you for your time.

## Letters to organisations. They name nobody.
connection-mail-request-subject = A request for a place in “{ $resource }”
connection-mail-request = Somebody supported by { $who } would like to join “{ $resource }”.
connection-mail-reminder-subject = Reminder: a request for a place in “{ $resource }”
connection-mail-reminder = Ten days ago we wrote to you: somebody supported by { $who } would like to join “{ $resource }”. They are waiting for your answer.
connection-mail-waiting-subject = Has a place opened in “{ $resource }”?
connection-mail-waiting = You put somebody supported by { $who } on your waiting list for “{ $resource }”. Has a place opened?
connection-mail-body =
    Hello,

    { $first }

    Can you welcome them? Answer here, without an account: yes, waiting list or no.
    { $link }

    This link is valid until { $until }. It is for your team only: it leads to what the person agrees to tell you.

    A question? { $site }, { $phone }.

    Out of discretion, this message does not name the person.

    The Maillage team
connection-mail-not-coming-subject = A place is free again for “{ $resource }”
connection-mail-not-coming =
    Hello,

    Somebody accompanied by { $who } was expected for “{ $resource }”. They will not come. Thank you for having kept a place for them: it is free again.

    A question? { $site }, { $phone }.

    Out of discretion, this message does not name the person.

    The Maillage team
