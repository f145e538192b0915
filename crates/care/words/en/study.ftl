menu-studies = Studies
study-list-title = Studies
study-list-lede = The research studies of your teams: who takes part, what is still to be asked, and what leaves them without any name.
study-list-empty = No study for now.
study-new = Prepare a study
study-new-title = Prepare a study
study-edit-title = What the study does
study-edit = Change
study-back = Back to the study
study-back-to-list = Studies
study-site = The team that leads it
study-part-what = The study
study-part-consent = What the person hears
study-part-who = Who may take part
study-part-arms = One group or several arms
study-part-questions = The questions and when they are put
study-part-reason = Why it changes
study-name = Name of the study
study-prefix = Three letters for its codes
study-prefix-hint = The code of each person begins with them: “PRI” gives PRI-4K7-Q2X. They stay once somebody takes part.
study-prefix-bad = Give three letters, without accents or digits.
study-purpose = What it is for
study-purpose-hint = In plain words: it is what the person will hear first.
study-responsible = The institution that answers for it
study-contact = Whom to reach, and how
study-contact-hint = A name or a department, a telephone number or an address.
study-reference = Reference of a committee or authority (optional)
study-reference-hint = An ethics committee’s opinion, a reference methodology… as they gave it to you.
study-information = The information given
study-information-hint = Who leads the study, for how long, which questions, who will see the answers.
study-consent = The sentence agreed to
study-consent-hint = It also says what becomes of the answers if the person stops. Each agreement keeps the words of that day.
study-usual-information = Researchers want to know whether this support helps. If you agree, your answers to the questionnaires are passed on to them without your name, under a code. You may refuse or stop at any time, without saying why: it changes nothing of your support.
study-usual-consent = I agree to take part in this study. If I stop, I will say whether the answers I have given may be kept.
study-inclusion = What must be true
study-exclusion = What must not be true
study-one-a-line = One sentence a line, to be ticked with the person.
study-arms = Arms of the study
study-arms-hint = One name a line, at least two. Leave it empty if everybody is given the same.
study-arms-bad = Give two to six arms, each in sixty characters at most.
study-one-group = One group
study-allocation = How an arm is given
study-allocation-chosen = Chosen by the professional (not randomised)
study-allocation-random = Drawn by chance, in blocks at each team
study-allocation-blocks = Drawn by chance at each team, in blocks of { $sizes }
study-blocks = Sizes of blocks
study-blocks-hint = For a draw: multiples of the number of arms, for instance “4, 6” for two arms. Several sizes keep anybody from guessing what comes.
study-blocks-bad = Give sizes that are multiples of the number of arms, 24 at most.
study-instruments = Questionnaires
study-instruments-needed = Choose at least one questionnaire.
study-points = When questions are put
study-points-hint = The first is at 0 months: answers given just before entering, or that day. The others have a window, in days before and after. An empty line does not count.
study-points-bad = Give different moments, the first at 0 months, 60 months and 180 days at most.
study-point-row = Moment { NUMBER($number) }
study-months = Months
study-before = Days before
study-after = Days after
study-keep = Months persons are kept after the end
study-keep-hint = After that no code leads to anybody. The counts stay.
study-keep-bad = Give a number of months, { NUMBER($months) } at most.
study-keep-months = { $months ->
    [one] One month after the end
   *[other] { NUMBER($months) } months after the end
}
study-reason = Reason for this change
study-reason-hint = Persons take part already: the version before is kept, with this reason and the date.
study-reason-needed = Persons take part already: say why the study changes.
study-has-ended = The study has ended: it changes no more.
study-needed = This field is needed.
study-save = Save
study-point-baseline = At the start
study-point-months = { $months ->
    [one] At one month
   *[other] At { NUMBER($months) } months
}
study-window-baseline = { $point }: in the { NUMBER($before) } days before entering, or that day
study-window = { $point }: from { NUMBER($before) } days before to { NUMBER($after) } days after
study-stage-draft = Being prepared
study-stage-open = Open
study-stage-closed = Closed to enrolment
study-stage-ended = Ended
study-do-open = Open the study
study-do-close = Close to enrolment
study-do-end = End the study
study-step-title = What comes next
study-open-text = Once it is open, the link workers of its teams may enrol persons.
study-close-text = Once it is closed, nobody enters any more. Whoever is in is still followed.
study-end-text = { $months ->
    [one] Once it has ended, nothing is asked any more. One month later, no code leads to anybody.
   *[other] Once it has ended, nothing is asked any more. { NUMBER($months) } months later, no code leads to anybody.
}
study-not-now = The study is not at this step: somebody may have taken it further.
study-no-team = No team takes part in this study.
study-teams = Teams
study-team-leads = Leads the study
study-team-takes-part = Takes part
study-team-declined = Declined
study-team-asked = Waits for its coordination’s answer
study-seed = drawn from
study-invite = Ask a team
study-do-invite = Ask
study-asked-for = This study is proposed to your team, { $team }.
study-accept = Take part
study-refuse = Decline
study-protocol = What the study does
study-versions = Its versions
study-version = Version { NUMBER($number) }
study-version-written = By { $name }, { $when }
study-link-due = Following persons
study-link-deviations = Deviations
study-link-flow = Flow
study-link-codebook = Variables
study-link-exports = Data
study-invited-subject = A study is proposed to your team
study-invited-body =
    Hello,

    A research study is proposed to your team. You may read what it asks, then say whether your team takes part:

    { $link }

    Maillage
