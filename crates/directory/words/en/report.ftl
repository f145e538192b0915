menu-reports = Directory
report-see-duplicates = See duplicates between sources
report-title = Report an error
report-what = What is wrong?
report-wrong-gone = It no longer exists
report-wrong-hours = The days or the hours
report-wrong-contact = The telephone, e-mail or link
report-wrong-place = The address or the access
report-wrong-other = Something else
report-text = What it should say
report-text-hint = Optional. Please say nothing about a person.
report-contact = To answer you
report-contact-hint = Optional: a telephone number or an e-mail address, erased as soon as it is settled.
report-send = Send
report-thanks = Thank you. The territory’s team will check.
report-choose = Choose what is wrong.
report-too-long = This is too long: a few lines are enough.
report-list = Reported errors
report-list-lede = What visitors say is wrong in the directory, the oldest first, and what nobody has seen yet before the rest. Call, correct it at its source, then say what came of it.
report-empty = Nothing waits for an answer.
report-total = { $n ->
        [one] { NUMBER($n) } report waits.
       *[other] { NUMBER($n) } reports wait.
    }
report-seen = Seen, under way
report-answer-seen = Seen
report-answer-corrected = Corrected
report-answer-unfounded = Nothing to correct
