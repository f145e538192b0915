verification-title = Your activities in the directory
verification-lede = This is what the directory says of your activities. Take your time to read it: if everything is right, one click is enough, at the very bottom. Otherwise, correct what has changed. No account is needed.
verification-thanks = Thank you very much. It is saved, and shows in the directory at once. You can come back here as long as the link is valid.
verification-changed = An entry changed while you were reading: nothing was saved. Here it is as it stands now.
verification-changed-form = This entry changed while you were writing: nothing was saved. What you wrote is still below.
verification-see-again = See the entry as it stands now
verification-nothing = The directory no longer holds any activity of your organisation. If this is a mistake, call us.
verification-checked = Confirmed, thank you
verification-correct = Correct
verification-all-right = Everything is right
verification-unsaid = not given
verification-correct-title = Correct an entry
verification-correct-lede = Change only what is no longer right, then save: the rest is confirmed at the same time.
verification-team-lede = On the telephone, go through every field. By saving, you say that the whole entry is right today.
verification-call = To call: { $phone }
verification-disputed = The source says something else since the last correction
verification-disputed-hint = Tick what the source says rightly: it will be followed there. The rest stays as it is written below.
verification-said-here = The directory says
verification-said-by-source = The source says
verification-follow = Follow the source
verification-back = Back to the list
verification-problem = To look at again before saving
verification-part-what = What it is
verification-part-room = Places
verification-part-when = Days and hours
verification-publics = Whom is it for?
verification-publics-hint = For example “pregnant women”. If nothing is ticked, the directory does not say whom it is for.
verification-age-from = From what age?
verification-age-to = Up to what age?
verification-languages = Which languages are spoken there, besides French?
verification-format = In what form?
verification-group-size = How many people at once, usually?
verification-part-access = Place and access
verification-field-name = Name
verification-field-description = Description
verification-field-contact = Telephone and e-mail
verification-room = Can somebody new be welcomed?
verification-room-unknown = Places are not counted
verification-room-open = Yes, there are places
verification-room-full = No, it is full
verification-places = How many places are left?
verification-places-hint = Optional, a number.
verification-full-until = If it is full, until when?
verification-full-until-hint = We suggest three months: change this day if you know better. From that day on, the directory no longer says “full”. Without a day, it adds “to be confirmed” after three months.
verification-waiting-list = We keep a waiting list
verification-limits = Not to receive too many requests
verification-limits-hint = We shall send nobody more once these limits are reached, nor during a pause.
verification-at-once = Requests waiting for an answer, at most
verification-a-month = Requests a month, at most
verification-pause = Paused until
verification-pause-hint = Optional: holidays, works, a tired team.
verification-when-now = Today the directory says:
verification-week-hint = Write for instance “14:00-16:00” or “9h-12h, 14h-17h”. An empty day: nothing that day. If all days stay empty, the hours do not change.
verification-season = More precisely
verification-season-hint = For instance “October to June” or “except school holidays”.
verification-cost = Is it free?
verification-cost-note = Price or detail
verification-cost-hint = For instance “€4 a meal”.
verification-place-now = Address:
verification-wheelchair = Can one come in a wheelchair?
verification-hearing-loop = Is there a hearing loop?
verification-no-hearing-loop = No hearing loop
verification-yes = Yes
verification-no = No
verification-not-known = I do not know
verification-referrals = E-mail address for requests
verification-referrals-hint = Never published: only the team that accompanies people uses it.
verification-other = Anything else to correct?
verification-other-hint = The address, for instance. Somebody of the team will see to it. Please say nothing about a person.
verification-itself-other-hint = Somebody of the team will see to it. Please say nothing about a person.
verification-itself = Your organisation
verification-itself-title = Correct what is said of your organisation
verification-street = Number and street
verification-complement = Building, floor, entrance
verification-commune = Commune
verification-commune-hint = Its name or postcode. If the address changes, the map shows the middle of the commune for the time being.
verification-moves-all = Our activities at the old address take place at this one
verification-bad-commune = We cannot find this commune: choose it in the list, or give its postcode.
verification-bad-site = This website address is not complete: it looks like www.example.com.
verification-save = Save, the rest is right
verification-gone-text = Tell us: somebody of the team will take this activity out of the directory.
verification-gone-send = This activity no longer exists
verification-needs-name = Give a name.
verification-bad-hours = Write hours like “14:00-16:00”, or leave it empty.
verification-bad-day = Choose a day to come, within three years.
verification-bad-number = Write a number, for instance 3.
verification-bad-age = Write an age in years, for example 60.
verification-ages-crossed = The lowest age comes first.
verification-zero-limit = To receive no more requests, choose a pause instead.
verification-bad-email = This address is not complete: it looks like name@example.org.
verification-mail-subject = Your activities in the directory: is it still right?
verification-mail-reminder-subject = Reminder: your activities in the directory, is it still right?
verification-mail-first = People on their own are led to your activities by the territory’s directory. Is what it says still right?
verification-mail-reminder = We wrote to you some time ago and know that you have a lot to do. Two minutes are enough: is what the territory’s directory says of your activities still right?
verification-mail-body = Hello,

    This message is for { $organization }.

    { $first }

    Open this page: you will read each activity there, and say that all is right or what has changed. There is no account and no password.
    { $link }

    This link is valid until { $until }. It opens your own entries only.

    Thank you for what you do.
verification-list = To verify
verification-list-lede = The entries of the territory that are least sure come first: a request that came to nothing, a reported error, then what nobody has checked for six months.
verification-list-empty = Nothing to verify here for now.
verification-show = Show
verification-to-verify = { $n ->
        [one] { NUMBER($n) } entry is to be verified, of { NUMBER($total) }.
       *[other] { NUMBER($n) } entries are to be verified, of { NUMBER($total) }.
    }
verification-no-territory = No territory has this name: try a commune, an intercommunality or a département.
verification-never-checked = Never checked here
verification-last-checked = Checked on { $day }
verification-doubts = { $n ->
        [one] { NUMBER($n) } request came to nothing
       *[other] { NUMBER($n) } requests came to nothing
    }
verification-by-phone = Verify by telephone
verification-write = Write to the organisation
verification-pages = Pages of the list
verification-written = The e-mail has left. The organisation will answer by its link.
verification-already-written = This organisation was written to less than a fortnight ago: better call.
verification-no-address = No e-mail address is known for this organisation: it takes a call.
verification-by-organization = Confirmed by the organisation itself on { $day }.
verification-by-source = Published by { $source }, updated on { $day }; not yet checked by the territory’s team.
verification-to-check = To check before going, as it was said long ago: { $fields }.
verification-doubted = A recent request came to nothing: call before you go.
verification-table = In detail, piece by piece
verification-column-field = Information
verification-column-by = Said by
verification-column-on = On
verification-column-freshness = Freshness
verification-fresh = recent
verification-fading = to look at again
verification-old = old
verification-unknown = unknown
verification-nobody = nobody yet
verification-speaker-source = the source ({ $source })
verification-speaker-organization = the organisation
verification-speaker-team = the territory’s team
