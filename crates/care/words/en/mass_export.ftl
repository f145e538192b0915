mass-title = Take out the team’s files
mass-lede = A copy of all files at once, to change software or when the law asks. It takes two: somebody of the coordination asks, somebody else grants.
mass-back-to-data = Back to data
mass-only-coordinators = Only the coordination, who opens these files, may ask for them. You may grant or refuse a request.
mass-team = Team
mass-reason = Why these files are taken out
mass-reason-hint = To whom they go and what for, in a sentence or two. Whoever decides will read it.
mass-reason-needed = Say why these files are to be taken out.
mass-nobody-else = It takes a second person, of this team’s coordination or administration, and there is none. Have one invited on the page Accounts.
mass-ask = Ask for a copy
mass-requests = The requests
mass-empty = Nobody has asked to take out the files.
mass-by = Asked by { $name }, { $when }
mass-waits = Waits for somebody else’s decision, seven days at most.
mass-granted = Granted by { $name }. The copy may be taken until { $until }.
mass-refused = Refused by { $name }.
mass-lapsed = Its time has passed: it is to be asked for anew.
mass-taken = { $persons ->
    [one] The copy of one person was taken { $when }, granted by { $name }.
   *[other] The copies of { NUMBER($persons) } persons were taken { $when }, granted by { $name }.
}
mass-decide = Decide
mass-take = Take the copy (JSON file)
mass-back = Back to the requests
mass-decide-title = Let the files be taken out?
mass-decide-lede = { $persons ->
    [one] All that is held of one person will leave this software, in a file anybody can read.
   *[other] All that is held of { NUMBER($persons) } persons will leave this software, in a file anybody can read.
}
mass-decide-think = Have you talked with whoever asks? Will the file be kept safe, then deleted? Frozen data are not part of it. Each person copied is noted in the trail.
mass-grant = Grant
mass-refuse = Refuse
mass-own = It takes a second person: you cannot decide on your own request.
mass-not-asked-any-more = This request was answered already, or its time has passed.
mass-asked-subject = A request waits for your decision
mass-asked-body =
    Hello,

    Somebody of the coordination asks to take out a copy of all of your team’s files. It takes a second person to grant or refuse it: you may be that person. Talk with them, then decide here, within seven days:

    { $link }

    The Maillage team
mass-decided-subject = A decision on your request
mass-granted-body =
    Hello,

    Your request to take out the team’s files is granted. Take the copy within two days, here:

    { $link }

    The Maillage team
mass-refused-body =
    Hello,

    Your request to take out the team’s files is refused. Talk with whoever decided. All requests are here:

    { $link }

    The Maillage team
