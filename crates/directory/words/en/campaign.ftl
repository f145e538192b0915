campaign-list = Verification campaigns
campaign-lede = Ask every organisation of a territory whether its entries are right: by e-mail, with a link, and by telephone for those without an address.
campaign-territory = Territory
campaign-territory-hint = A commune, an intercommunality or a département, by its name or code.
campaign-since = Entries not checked for
campaign-months = { NUMBER($n) } months
campaign-everybody = All, even checked lately
campaign-prepare = See who would be asked
campaign-nobody = Every entry of this territory was checked since: nobody to ask.
campaign-letters = { $n ->
        [one] { NUMBER($n) } organisation will receive an e-mail, then a single reminder after a fortnight.
       *[other] { NUMBER($n) } organisations will receive an e-mail, then a single reminder after a fortnight.
    }
campaign-later = { $n ->
        [one] { NUMBER($n) } of them had another e-mail less than a fortnight ago: ours waits until the fortnight is over.
       *[other] { NUMBER($n) } of them had another e-mail less than a fortnight ago: ours wait until the fortnight is over.
    }
campaign-calls = { $n ->
        [one] { NUMBER($n) } organisation without an address is to be called: a sheet to print is ready.
       *[other] { NUMBER($n) } organisations without an address are to be called: a sheet to print is ready.
    }
campaign-start = Start the campaign
campaign-already-runs = A campaign is already running in this territory. Stop it before starting another.
campaign-latest = Latest campaigns
campaign-none = No campaign for now.
campaign-started = Started on { $day }
campaign-stopped = stopped
campaign-title = Campaign: { $name }
campaign-asked = Organisations asked
campaign-by-letter = By e-mail
campaign-by-phone = By telephone
campaign-verified = Verified since
campaign-remaining = Still to verify
campaign-who-remains = Who is still to verify
campaign-to-call = to call
campaign-to-write = e-mail about to leave
campaign-to-write-on = another e-mail left less than a fortnight ago: this one waits until { $day }
campaign-written = e-mail sent
campaign-reminded = reminder sent
campaign-entries = { $n ->
        [one] { NUMBER($n) } entry
       *[other] { NUMBER($n) } entries
    }
campaign-stop = Stop the campaign
campaign-stop-text = No more e-mails will leave. Links already sent stay valid.
campaign-sheet = Call sheet to print
campaign-sheet-all = With those who have not answered the e-mail
campaign-sheet-calls = Only those without an address
campaign-sheet-empty = Nobody to call for now.
campaign-sheet-left-out = { $n ->
        [one] { NUMBER($n) } other organisation will come on the next sheet, once these are verified.
       *[other] { NUMBER($n) } other organisations will come on the next sheet, once these are verified.
    }
campaign-no-phone = No telephone known
campaign-sheet-say = “Hello, I am going through what the directory says of your activities. Do you have a few minutes?”
campaign-sheet-said = The directory says
campaign-sheet-right = Right
campaign-sheet-otherwise = Or rather:
campaign-sheet-box = to tick
campaign-sheet-foot = Printed on { $day }. Then to be typed in under “To verify”.
