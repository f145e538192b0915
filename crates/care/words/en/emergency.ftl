emergency-link = Open a colleague’s file in an emergency
emergency-title = Open a file in an emergency
emergency-lede = When somebody a colleague follows needs help at once, and nobody else can open their file.
emergency-told = The coordinator and whoever follows this file are told at once, with your name. The access ends by itself after twelve hours.
emergency-year-or-phone-hint = The year of birth or the telephone: either will do.
emergency-year-or-phone = Give the year of birth or the telephone: a name alone is not enough.
emergency-reason = Why now
emergency-reason-hint = What is happening, in a sentence. The coordinator will read it, and the person may, too.
emergency-reason-needed = Say why this file cannot wait.
emergency-nobody = No open file of your team fits, or several do. Check the name and the other particular, or call the coordinator.
emergency-open = Open the file
emergency-list-link = Opened in an emergency
emergency-list-title = Files opened in an emergency
emergency-list-lede = By whom, why, and until when. Talk about it with whoever did it: often there is a good reason, sometimes a gap to close.
emergency-list-empty = No file was opened in an emergency.
emergency-by = { $name }, on { $when }
emergency-ended = ended on { $when }
emergency-end = End the access
emergency-mail-subject = A file was opened in an emergency
emergency-mail-body =
    Hello,

    { $name } has just opened in an emergency a file that somebody else of your team follows, and said why. The coordinator can read it, and end this access, here:

    { $link }

    The Maillage team
