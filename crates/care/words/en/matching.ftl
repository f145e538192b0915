match-title = Near { $who }
match-found = { $n ->
        [0] Nothing was found within reach.
        [one] { NUMBER($n) } resource within reach.
       *[other] { NUMBER($n) } resources within reach, the best matched first.
    }
match-excluded-link = { NUMBER($n) } set aside, see why
match-excluded-title = { $n ->
        [one] { NUMBER($n) } resource set aside
       *[other] { NUMBER($n) } resources set aside
    }
match-farther = { $n ->
        [one] { NUMBER($n) } other is farther away.
       *[other] { NUMBER($n) } others are farther away.
    }
match-distances = Distances as the crow flies from the centre of { $commune }: the person’s address is not used.
match-nowhere = Nobody knows where { $commune } is: only what comes to the home or is done remotely is proposed.
match-problem = To correct
match-unread = This choice is not in the list: it was not counted.
match-text-too-long = Write at most { NUMBER($max) } characters: these words were not counted.

match-known = From the assessment:
match-known-change = Go over the assessment
match-no-assessment-title = The assessment has not been made yet
match-no-assessment-text = The list only knows the commune, the age and the reasons of the request.
match-no-assessment-link = Take stock together
match-missing = To refine the list, still missing: { $what }.
match-missing-wishes = what the person likes
match-missing-reach = how far they can go
match-missing-times = when they are free
match-closed = This course of support has ended: the list can be read, nothing can be proposed.

match-text = Search
match-theme = Theme
match-lever = What for?
match-public = For whom
match-cost = Price
match-access = What is needed
match-radius = Up to
match-any = Any
match-radius-own = As far as they can go
match-radius-km = { NUMBER($km) } km
match-more = More criteria
match-with-wheelchair = Wheelchair access, at least in part
match-with-loop = Hearing loop
match-with-pickup = Participants are fetched
match-with-accompanied = Somebody waits the first time
match-search = Search
match-results = Resources
match-propose = Propose
match-propose-what = Propose: { $name }
match-show-on-map = See on the map
match-account = { $points ->
        [one] The sum: { NUMBER($points) } point
       *[other] The sum: { NUMBER($points) } points
    }
match-account-why = Reason
match-account-points = Points
match-account-total = Total
match-map = Map of the resources
match-map-text = The map needs JavaScript; the list holds the same places.
match-map-credit = Outlines: IGN, INSEE (Licence Ouverte).
match-nothing-title = Nothing answers all these criteria
match-nothing-text = Try another word, a longer distance or fewer criteria. The resources set aside say why.
match-start-again = Remove all criteria
match-shown = { NUMBER($from) } to { NUMBER($to) } of { NUMBER($total) }
match-previous = Previous
match-next = Next
match-pages = Pages of results
match-and-more = { $n ->
        [one] and { NUMBER($n) } other
       *[other] and { NUMBER($n) } others
    }
match-order = How this order is made: the weights, version { NUMBER($version) }
match-about = about { $distance }
match-at-home = at home
match-remote = remotely

match-near-very = A few steps from the centre of { $commune }
match-near-close = Very near the centre of { $commune }
match-near-km = { $distance } from the centre of { $commune }
match-near-about = About { $distance } from the centre of { $commune }
match-comes-home = Somebody comes to the home
match-done-remotely = By telephone or online, without going out
match-fetched = Participants are fetched
match-fetched-needed = Participants are fetched, as needed
match-not-fetched = A lift will have to be found
match-bus = A bus goes there
match-tram = A tram goes there
match-metro = A metro goes there
match-train = A train goes there
match-no-transit = No bus or tram goes there
match-when-free = On { $slot }, a good moment
match-not-when-free = Not at a good moment
match-evening = In the evening or at the weekend, as needed
match-not-evening = In the daytime, when it should be evenings or weekends
match-lever-listen = To talk with somebody
match-lever-gather = To meet people
match-lever-reach-out = To be visited or called
match-lever-support = To be supported in a hard passage
match-lever-take-part = To be useful
match-lever-also-listen = Also to talk with somebody
match-lever-also-gather = Also to meet people
match-lever-also-reach-out = Also to be visited or called
match-lever-also-support = Also to be supported in a hard passage
match-lever-also-take-part = Also to be useful
match-topics = Among their wishes: { $topics }
match-needs = Answers a need: { $needs }
match-need-ties = ties
match-need-mobility = getting about
match-need-housing = housing
match-need-rights = rights and paperwork
match-need-money = money
match-need-health = health
match-need-caring = a break when caring for somebody
match-need-digital = digital skills
match-need-language = French
match-need-work = work
match-free = Free
match-free-needed = Free, as needed
match-paid = Has a price
match-paid-needed = Has a price, when it should be free or nearly so
match-cost-unknown = Price to be asked
match-small-group = Small group: { NUMBER($n) } people at most
match-face-to-face = Face to face
match-large-group = Many people: up to { NUMBER($n) }
match-wheelchair = Wheelchair access
match-wheelchair-partly = Wheelchair access in part, or with help
match-wheelchair-unknown = Wheelchair access to be checked
match-hearing-loop = Hearing loop
match-no-hearing-loop = No hearing loop
match-hearing-loop-unknown = Hearing loop to be checked
match-accompanied = Somebody waits or comes along the first time
match-not-accompanied = Somebody to be found for the first time
match-spoken = { $language } is spoken there too
match-not-spoken = Only French is spoken there
match-verified = { $months ->
        [0] Checked less than a month ago
        [1] Checked a month ago
        [2] Checked two months ago
        [3] Checked three months ago
        [4] Checked four months ago
        [5] Checked five months ago
       *[other] Checked { NUMBER($months) } months ago
    }
match-stale = { $years ->
        [one] Not checked for over a year
       *[other] Not checked for over { NUMBER($years) } years
    }
match-places = { $n ->
        [one] One place left
       *[other] { NUMBER($n) } places left
    }
match-load = Already { NUMBER($n) } recent requests to this organisation
match-no-email = No e-mail: it takes a telephone call
match-tried = Already tried, without success
match-public-to-check = To be checked whether they are concerned: { $publics }

match-doubted = A recent request came to nothing: to check
match-waiting-list = Full, with a waiting list
match-full-to-confirm = Said to be full on { $day }, to be confirmed
match-out-paused = Paused until { $day }
match-out-at-once = { $most ->
        [one] Already has { NUMBER($most) } request waiting, as many as it takes
       *[other] Already has { NUMBER($most) } requests waiting, as many as it takes
    }
match-out-a-month = { $most ->
        [one] Already received { NUMBER($most) } request this month, as many as it takes
       *[other] Already received { NUMBER($most) } requests this month, as many as it takes
    }
match-outs-paused = Paused
match-outs-limit = Have as many requests as they take
match-out-tied = Already proposed
match-out-full = Full
match-out-full-until = Full until { $day }
match-out-zone = Only for people living in { $places }
match-out-home-zone = Does not come as far as { $commune }
match-out-ages = For another age: { $ages }
match-out-public = For other people: { $publics }
match-out-wheelchair = No wheelchair access
match-out-outside = One has to leave home
match-out-over = It is over
match-outs-tied = Already proposed
match-outs-full = Full
match-outs-zone = Only for other communes
match-outs-home-zone = Do not come that far
match-outs-ages = For another age
match-outs-public = For other people
match-outs-wheelchair = Without wheelchair access
match-outs-outside = One has to leave home
match-outs-over = Over

weights-title = The weights
weights-lede = Why one resource comes before another when looking with a person.
weights-version = Version { NUMBER($version) }
weights-how = Nothing is learnt or guessed. What is not possible is set aside first, with its reason: kept for another commune, another age or other people, full, paused, asked enough already, over, without wheelchair access when one is needed, out of doors when the person does not go out. Then each thing that is known gives or takes points; their sum decides the order. Between equals, what the least asked organization of late offers comes first, then the nearer, then the alphabet. The person and the link worker decide.
weights-caption = What counts, and how much
weights-what = What counts
weights-points = Points
weights-reach-title = How far one looks
weights-reach = As far as the person said; otherwise { NUMBER($walking) } km on foot, { NUMBER($bus) } km by bus, tram or metro, { NUMBER($car) } km by car, { NUMBER($unknown) } km when nothing is known. { NUMBER($margin) } km are always added, because distances start from the commune’s centre, never from the address.
weights-thresholds-title = Where a shade begins to count
weights-small-group = A group is small up to { NUMBER($group) } people.
weights-fresh = An entry checked less than { NUMBER($verified) } months ago is reassuring; one unchanged for { NUMBER($stale) } months is worrying.
weights-transit = Beyond { NUMBER($km) } km, a place without bus or tram is hard to reach.
weights-load = Requests still open that were sent to an organisation in the last { NUMBER($days) } days count: not the first { NUMBER($free) }, nor those beyond { NUMBER($most) }.
weights-common = At most { NUMBER($most) } interests and { NUMBER($most) } needs count for one resource.
weights-file = These are the numbers of the file weights.toml, read by the program: there are no others.
