resource-when = When
resource-where = Where
resource-cost = Cost
resource-for-whom = For whom
resource-eligible = Only for residents of
resource-everywhere = all of France
resource-ages-between = from { NUMBER($from) } to { NUMBER($to) } years old
resource-ages-from = from { NUMBER($from) } years old
resource-ages-to = up to { NUMBER($to) } years old
resource-conditions = Conditions
resource-how = How
resource-group-size = { $n ->
        [one] { NUMBER($n) } person at most
       *[other] { NUMBER($n) } people at most
    }
resource-places = Places
resource-places-left = { $n ->
        [one] { NUMBER($n) } place free
       *[other] { NUMBER($n) } places free
    }
resource-full = full
resource-full-until = full until { $day }
resource-full-to-confirm = said to be full on { $day }, to be confirmed
resource-access = Access
resource-hearing-loop = Hearing loop
resource-languages = Also spoken: { $languages }
resource-getting-there = Getting there
resource-home-zones = At home
resource-home-in = in homes in { $places }
resource-accompanied = Somebody waits for you or comes along the first time
resource-themes = Themes
resource-contact = Join or ask
resource-phone = Telephone
resource-email = E-mail
resource-link = Link to join
resource-ways = How to go about it
resource-professionals-only = Only at a professional’s request
resource-offered-by = Offered by { $organization }
resource-verified = Checked by the territory’s team on { $day }
resource-updated = Updated on { $day } (source: { $source })
resource-source-page = See the original entry
resource-print = Print
resource-gone = This resource has not been offered since { $day }.
resource-gone-title = No longer in the directory
resource-back = Look for something else
resource-map = Map of the place
resource-flagged = The location given by the source is doubtful: trust the address.
resource-remote = Remotely
resource-elsewhere = See what still has room close by
resource-open-now = Open now, going by its hours
resource-copy-address = The address, to copy:
resource-calendar = Add to my calendar
resource-share = Share
resource-share-hint = One click selects the whole text, to be pasted into a message.
resource-share-mail = Send by e-mail
resource-fresh = Where this comes from
resource-paused = paused until { $day }
resource-waiting-list = waiting list open
resource-most-at-once = { $n ->
        [one] { NUMBER($n) } request at a time at most
       *[other] { NUMBER($n) } requests at a time at most
    }
resource-most-a-month = { $n ->
        [one] { NUMBER($n) } request a month at most
       *[other] { NUMBER($n) } requests a month at most
    }
resource-bring-calendar = Bring its hours up to date from a calendar (.ics)

sketch-distance = { $km } from { $from }, to the { $way }
sketch-beside = Very close to { $from }
sketch-town-hall = the town hall ({ $name })
sketch-centre = the centre ({ $name })
sketch-town-hall-mark = { $name } town hall
sketch-north = north
sketch-north-east = north-east
sketch-east = east
sketch-south-east = south-east
sketch-south = south
sketch-south-west = south-west
sketch-west = west
sketch-north-west = north-west
sketch-north-mark = N
sketch-alt = Simplified map, without the streets: { $spot }
sketch-legend = On the maps, the circled dot is the place to go to, the squares are town halls, the lines are the limits of communes. These maps are simplified, without the streets; distances are as the crow flies.
