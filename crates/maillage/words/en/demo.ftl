demo-menu = Demonstration
demo-time-title = Let time pass
demo-time-now = It is { $day }.
demo-time-lede = In this demonstration time passes when you decide. The reminders and deadlines of the days gone by are dealt with at once.
demo-time-pass = Let pass…
demo-time-days = { $days ->
    [one] One day
   *[other] { $days } days
}
demo-time-passed = { $days ->
    [0] Less than a day has passed.
    [one] One day has passed.
   *[other] { $days } days have passed.
}
demo-time-jobs = { $count ->
    [0] Nothing was due meanwhile.
    [one] One thing that was due has been done.
   *[other] { $count } things that were due have been done.
}
demo-time-messages = { $count ->
    [0] No message was written.
    [one] One message was written:
   *[other] { $count } messages were written:
}
demo-time-subject = “{ $subject }”, { $count ->
    [one] once
   *[other] { $count } times
}
demo-time-ended = The demonstration ends with 2031: start it again with --fresh to go back to its first morning.
demo-time-see = Worth seeing
demo-time-see-asked = Ask an organisation for a place
demo-time-see-asked-text = From a person’s file, as a link worker. The message leaves at once.
demo-time-see-ten = Without an answer the organisation is reminded, and the person is listed among those waiting for a silent organisation.
demo-time-see-thirty = Still nothing: the request expires, and the other possible places are proposed.
demo-mailbox = Read the demonstration’s e-mails
