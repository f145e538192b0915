indicator-menu = Figures
indicator-title = Figures
indicator-period = from { $from } to { $to }
indicator-problem = This period cannot be understood. Nothing was lost.
indicator-wrong-day = There is no such day. Write for example 31/03/2026.
indicator-upside-down = The last day comes before the first.
indicator-team = Team
indicator-all-teams = All my teams
indicator-from = From
indicator-to = To
indicator-see = See the figures
indicator-presets = In one click:
indicator-last-months = { $months ->
    [3] last three months
    [6] last six months
    [12] last twelve months
   *[other] last { $months } months
}
indicator-for-team = These are the exact figures of your work, for the team alone. What may be shown to others is in the reports of each quarter:
indicator-empty = Nothing in this period
indicator-empty-text = No consultation and no request between these two days. Choose another period.
indicator-none = Nobody yet.
indicator-hidden = not published
indicator-percent = { NUMBER($n) }%
indicator-persons = Persons

indicator-path = From the request to taking part
indicator-path-caption = From the request to taking part (share of requests)
indicator-standing-caption = Where courses of support stand (share of those accompanied)
indicator-not-accompanied-caption = Requests without support (share of requests)
indicator-cohort = The requests sent in the period, and what has become of them to this day.
indicator-caption = The length of each bar is the share of the requests received.
indicator-as-table = The same figures as a table
indicator-screened = Consultations and self-screenings
indicator-step-referred = Requests received
indicator-step-accompanied = Courses of support opened
indicator-step-reached = First contact made
indicator-step-assessed = Shared assessment done
indicator-step-connected = A place said yes
indicator-step-once = Took part once
indicator-step-three-times = Took part three times
indicator-step-six-times = Took part six times
indicator-standing = Where courses of support stand
indicator-settled = Take part on their own
indicator-closed = Courses of support closed
indicator-open = Courses of support going on

indicator-waits = Waits
indicator-wait-contact = From the request to the first contact
indicator-wait-participation = From the request to taking part for the first time
indicator-wait = half of the persons waited { $median ->
    [0] less than a day
    [one] at most one day
   *[other] at most { $median } days
}, nine of ten { $nine ->
    [0] less than a day
    [one] at most one day
   *[other] at most { $nine } days
}.
indicator-wait-said = { $label }: { $wait }
indicator-wait-too-few = fewer than 11 persons, too few for a wait.

indicator-sources = Who asks
indicator-source-prescriber = A health professional
indicator-source-person = The person themselves
indicator-source-third-party = Somebody close or a third party
indicator-source-paper = A sheet filled in by hand
indicator-leaks = Where the thread breaks
indicator-not-accompanied = Requests without support
indicator-declined = Requests declined
indicator-withdrawn = Requests withdrawn by the person
indicator-waiting = Requests awaiting an answer
indicator-decline-reasons = Why requests were declined
indicator-lost = Introductions that came to nothing
indicator-lost-declined = Declined by the organisation, “{ $reason }”
indicator-lost-expired = No answer from the organisation after thirty days
indicator-lost-dropped = Given up, “{ $reason }”
indicator-outcomes = How courses of support end

indicator-changes = What changed for people
indicator-no-change = No questionnaire was filled in for the courses of support of this period.
indicator-change-enrolled = Persons accompanied
indicator-change-twice = Measured at the start and at a review
indicator-change-lost = Without a second measure
indicator-change-lost-share = { $count } ({ $share } of those accompanied)
indicator-change-headline = { $verdict }: { $share } of the { $twice } persons measured twice (confidence interval: { $low } to { $high }).
indicator-change-mean = Mean change, in points
indicator-change-mean-value = { $mean } (confidence interval: { $low } to { $high })
indicator-change-size = Size of the change for the better, in units of its spread
indicator-change-test = Chance alone (Wilcoxon’s test)
indicator-change-test-value = p { $p }, of { $pairs ->
    [one] one person who moved
   *[other] { $pairs } persons who moved
}
indicator-change-test-p = p { $p }
indicator-change-if-unchanged = If those without a second measure were as before
indicator-change-if-worse = If they were worse
indicator-change-better-and-worse = { $better } better, { $worse } worse
indicator-change-too-few = Too few persons to show a share.

indicator-load = Load today
indicator-load-who = Link worker
indicator-load-waiting = Of which first contact to make
indicator-load-nobody = Nobody yet

indicator-how = How this is counted
indicator-def-screened = Consultations with a professional, self-screenings kept with a request and sheets typed in, on the day the questions were answered. What is measured in a course of support is not counted. Not all of them lead to a request.
indicator-def-referred = Requests sent in the period, whoever sent them and whatever became of them. The next steps are counted among them, to the last day they were followed; a step passed implies the ones before it.
indicator-def-accompanied = Requests that the team accepted.
indicator-def-reached = The person answered at least once.
indicator-def-assessed = The shared assessment was noted as done.
indicator-def-connected = At least one organisation said yes.
indicator-def-once = At least one attendance noted, at one place or several.
indicator-def-three-times = At least three attendances noted, at one place or several.
indicator-def-six-times = At least six attendances noted, at one place or several.
indicator-def-settled = The person takes part in an activity on their own, or their course of support ended so. Six attendances are not needed: this number does not follow the order of the steps.
indicator-def-closed = Courses of support closed by the last day followed, each with an outcome.
indicator-def-open = Courses of support that are not closed, paused ones included.
indicator-def-waits = Whole days since the request was sent, among the persons who passed the step. Those still waiting are not counted. “Half” is the median, “nine of ten” the ninth decile: always a wait that somebody had.
indicator-def-declined = The team said no, with a reason.
indicator-def-withdrawn = The person would rather not be accompanied.
indicator-def-waiting = Nobody has accepted or declined yet.
indicator-def-source = Who sent the request.
indicator-def-lost = Introductions, not persons: one person may have several.
indicator-def-load = Courses of support going on today, whatever the period chosen.
indicator-def-change = First measure and latest review of each course of support, for one questionnaire in one version. Goals that each person words in their own way are not added up.
indicator-def-mean = Mean of the differences between last and first measure, among persons measured twice. The interval says where it might be among other persons like them.
indicator-def-size = Mean change divided by its spread, above zero when persons are better. Around 0.2 one speaks of a small change, 0.5 of a medium one, 0.8 of a large one: a convention (Cohen, 1988).
indicator-def-missing = Nobody knows how those are who were not measured again. Two assumptions therefore frame the result: all as before, or all worse.

indicator-csv-section = Section
indicator-csv-label = Label
indicator-csv-value = Number
indicator-csv-share = Share
indicator-print = Print
indicator-beside = Compare with
indicator-beside-nothing = no other period
indicator-beside-before = the period before, as long
indicator-beside-year = the same days, a year earlier
indicator-beside-title = Two periods side by side
indicator-beside-text = Each request is followed until today: those of the older period had more time to lead somewhere. A difference does not say its cause.
indicator-wait-up-to = { $days } days or less
indicator-wait-between = { $first } to { $last } days
indicator-wait-longer = more than { $days } days
indicator-lost-caption = The share of connections that came to nothing, by reason.
indicator-answers = Answers of organizations
indicator-answered = { $count ->
    [one] One answer
   *[other] { NUMBER($count) } answers
}: half of them came { $median ->
    [0] the same day
    [one] a day later at most
   *[other] { NUMBER($median) } days later at most
}, nine in ten { $nine ->
    [0] the same day
    [one] a day later at most
   *[other] { NUMBER($nine) } days later at most
}.
indicator-answers-caption = The share of answers, by number of days.
indicator-def-answers = Days from asking for a place to the answer, yes or no, among the organizations that answered. These are answers, not persons. Those that said nothing for thirty days are counted among the connections that came to nothing.
indicator-groups = For everybody?
indicator-groups-text = The same steps for different groups, always beside the total. A gap does not tell its cause: it invites a look.
indicator-def-groups = The persons of the same period, grouped by what is known of them at the first contact or the shared assessment. Age is that of the year of the request. Shares are of the group’s requests; that of the better off is of those in the group measured twice, whose number follows. The wait is for the first contact. A small group varies much by chance.
indicator-group = Group
indicator-group-all = Total
indicator-group-others = Others and not known
indicator-group-unknown = Not known
indicator-group-count = { NUMBER($count) } · { $share }
indicator-group-wait = Median wait
indicator-group-too-few = too few
indicator-group-days = { $days ->
    [one] { NUMBER($days) } day
   *[other] { NUMBER($days) } days
}
indicator-group-share = { $share } of { NUMBER($twice) }
indicator-by-civility = How the person is addressed
indicator-by-age = Age
indicator-by-source = Where the request comes from
indicator-by-commune = Commune
indicator-by-priority-area = Lives in a priority neighbourhood (QPV)
indicator-by-digital-ease = At ease with the internet
indicator-group-women = Madame
indicator-group-men = Monsieur
indicator-group-under-30 = under 30
indicator-group-to-59 = 30 to 59
indicator-group-to-74 = 60 to 74
indicator-group-from-75 = 75 and over
indicator-limits = What these figures do not tell
indicator-limit-cause = Whether support is the cause of a change: nobody is followed here without being supported, so there is nobody to compare with.
indicator-limit-unseen = Who never came this far: isolated persons whom nobody refers are in none of these numbers.
indicator-limit-noted = What nobody noted: somebody who took part without our knowing is not counted.
indicator-limit-gone = Persons whose data were erased or frozen before the count.
indicator-csv-group = { $group }: { $step }
indicator-parts = In detail
indicator-contents = On this page
indicator-change-kept-back = Questionnaires were filled in. Their result is not shown: it would tell of too few persons.
