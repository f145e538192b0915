study-person-title = Studies
study-person-lede = The studies this person takes part in, and those they may be asked about. Refusing changes nothing of their support.
study-person-empty = No study is open at your team.
study-state-unknown = To be asked
study-state-not-eligible = Not eligible
study-state-declined = Declined
study-state-enrolled = Takes part
study-state-withdrawn = Has stopped
study-not-enrolling = Nobody can enter this study now.
study-protocol-changed = The study changed while you were reading it: read it again with the person, then go on.
study-already = This person takes part in this study, or did.
study-arm = Arm of the study
study-arm-needed = Choose an arm.
study-look-criteria = The conditions
study-look-how = Tick each sentence that is true of the person.
study-look-say = To say to the person
study-look-random = The arm is drawn by chance when the person enters: nobody knows it before.
study-look-answer = The answer
study-look-agreed = The person agrees and takes part
study-look-declined = The person declines
study-look-not-eligible = The person does not meet the conditions
study-look-needed = Say what the person answered.
study-look-which = By what is ticked, all conditions are met: look at the sentences again.
study-look-does-not-fit = By what is ticked, the person does not meet the conditions: look at the sentences or the answer again.
study-look-keep = Save
study-enrolled-on = Takes part since
study-code = Code in the study
study-left-on = Stopped on
study-kept = The answers given before stay in the study.
study-not-kept = The answers given before are in the study no more.
study-standing-ahead = to come
study-standing-open = to be asked
study-standing-late = late
study-standing-done = answered
study-standing-partly = partly answered
study-standing-missed = missed
study-standing-stopped = not asked
study-between = From { $from } to { $to }
study-answered = { $title }, { $day }
study-do-ask = Put the questions
study-leave = Stop the study
study-leave-text = The person may stop whenever they like, without saying why. Their support goes on. Nothing will be asked of them for the study any more.
study-leave-keep = May the answers given before stay in the study?
study-leave-keep-yes = Yes, they may stay
study-leave-keep-no = No, they are taken out
study-leave-needed = Ask the person whether their answers may stay.
study-leave-do = Note that the person stops
study-due-title = Following persons
study-due-lede = Whom to ask now, and who takes part. You see only those whose file you may open.
study-due-now = To be asked now
study-due-empty = Nothing to ask today.
study-until = Until { $day }
study-find-title = Find somebody by their code
study-code-hint = As it stands on the sheet: { $prefix }-…
study-code-bad = There is no such code in this study: a letter or a digit was mistyped.
study-code-unknown = This code leads to no file that you may open.
study-find = Open
study-all-title = Persons in the study
study-all-empty = Nobody has entered the study yet.
study-left = has stopped
study-deviations-title = Deviations from the protocol
study-deviations-lede = What did not go as planned, noted by somebody or seen by the program. Nothing is deleted: a correction is added.
study-deviations-empty = No deviation.
study-deviations-none = No deviation noted.
study-deviation-outside-window = Outside its window
study-deviation-missing-instrument = Questionnaire missing
study-deviation-wrong-arm = Wrong arm
study-deviation-consent = Consent
study-deviation-other = Other
study-corrected = corrected
study-noted-by = Noted by { $name }, { $when }
study-found = Seen by the program, { $when }
study-without-code = Without a code
study-note = Note a deviation
study-note-kind = Kind of deviation
study-note-kind-needed = Choose a kind of deviation.
study-note-point = Moment
study-note-no-point = None in particular
study-note-day = Day
study-note-day-needed = Give the day.
study-note-day-future = This day has not come yet.
study-note-words = What happened
study-note-words-hint = These words stay here: they never leave with the data.
study-note-words-needed = Say what happened.
study-note-corrects = Corrects
study-note-corrects-none = None noted before
study-note-keep = Note
study-opens-subject = Questions of a study are to be put
study-opens-body =
    Hello,

    For a study, it is time to put questions to somebody you accompany, or to several. The list is here:

    { $link }

    Maillage
study-closes-subject = Questions of a study will soon be too late
study-closes-body =
    Hello,

    For a study, questions are still to be put in the days to come: after that it will be too late. The list is here:

    { $link }

    Maillage
