safety-title = Before you go on
safety-lede = One answer asks you to stop, whatever the result. Results come next.
safety-now = To do now
safety-talk = Talk about it with the person, plainly and without judging: ask what they meant, since when, and whether they think of dying. Talking about it does not give the idea.
safety-danger-before = In immediate danger, call
safety-danger-after = , and do not leave the person alone.
safety-helpline-before = Call
safety-helpline-after = , the national suicide prevention number: it answers day and night, free of charge, professionals too.
safety-done = What was done
safety-assessed = We talked about it: no danger for now
safety-helpline = 3114 was called, with the person or for advice
safety-emergency = 15 or 112 was called, or the person is at the emergency ward
safety-appointment = A doctor or a psychologist sees them, and the day is set
safety-handed-over = I cannot do it: somebody else sees to it
safety-done-needed = Say what was done.
safety-note = To add, if you wish
safety-note-hint = Who was called, what was agreed. If somebody else sees to it, write their name.
safety-who-needed = Write the name of whoever sees to it.
safety-say = Keep, and see the results
safety-results = See the results
safety-said = { $what }. Noted by { $by }, { $when }.
safety-list-title = Answers not to be passed over
safety-list-lede = For each, somebody is still to say what was done.
safety-list-empty = No answer waits.
safety-since = Answer of { $when }
safety-see = See and say
safety-waiting = { $count ->
    [one] One answer is not to be passed over: say what was done
   *[other] { NUMBER($count) } answers are not to be passed over: say what was done
}
safety-mail-subject = An answer waits for you
safety-mail-body =
    Hello,

    In a consultation of your team, an answer asks that somebody see to it without delay. See which, and say what was done, here:

    { $link }

    The Maillage team
