menu-finder = Find
finder-title = Find something near home
finder-lede = Places, teams and moments to meet people, be supported or lend a hand.
finder-what = What?
finder-what-hint = Choir, garden, paperwork…
finder-near = Near which commune?
finder-near-hint = A name or a postcode.
finder-radius = Within
finder-radius-km = { NUMBER($km) } km
finder-lever = What for?
finder-any = Anything
finder-more = More criteria
finder-theme = Theme
finder-public = For whom
finder-access = What is needed
finder-free = Free
finder-wheelchair = Wheelchair access, at least in part
finder-hearing-loop = Hearing loop
finder-pickup = You are picked up
finder-accompanied = Somebody waits for you the first time
finder-with-room = There is room
finder-remote = Remotely, from home
finder-search = Search
finder-results = Results
finder-found = { $n ->
        [0] Nothing was found.
        [one] { NUMBER($n) } resource found.
       *[other] { NUMBER($n) } resources found.
    }
finder-as-the-crow-flies = Distances as the crow flies from the centre of { $commune }.
finder-mistyped = Nothing is written “{ $words }”: here is what is written nearly so.
finder-nothing-title = Nothing meets all these criteria
finder-nothing-text = Try another word, a greater distance or fewer criteria. You can also call your town hall.
finder-start-again = See all resources
finder-unknown-commune = No commune has this name or postcode. Check the spelling.
finder-text-too-long = Write at most { NUMBER($max) } characters: nothing was looked for.
finder-perhaps-commune = Did you mean { $name }? Write it in full.
finder-ambiguous-commune = Several communes are possible: { $names }. Add the postcode.
finder-problem = To correct
finder-shown = { NUMBER($from) } to { NUMBER($to) } of { NUMBER($total) }
finder-previous = Previous
finder-next = Next
finder-pages = Pages of results
finder-take = Take this list with you:
finder-take-csv = spreadsheet
finder-take-ics = calendar
finder-take-geojson = points on a map
finder-take-api = for your software
finder-embed = Show this list on your site
finder-embed-hint = Copy this into a page of your site: the first answers will always be up to date there.
finder-embed-all = See the whole list, on a map too (new tab)
finder-map = Map of the results
finder-map-text = The map needs JavaScript; the list holds the same places.
finder-map-credit = Outlines: IGN. Communes on 1 January 2026: INSEE, DGCL, La Poste.
finder-about = about { $distance }
part-morning = morning
part-afternoon = afternoon
part-evening = evening
finder-straight = As the crow flies
finder-on-foot = On foot
finder-by-car = By car
finder-minutes-on-foot = { NUMBER($minutes) } min on foot
finder-minutes-by-car = { NUMBER($minutes) } min by car
finder-assumption = { $way } is about { $km } as the crow flies: an estimate at { NUMBER($speed) } km/h, with { NUMBER($detour) } % of detours.
finder-day = Which day?
finder-part = Which time of day?
finder-format = In which form?
finder-language = Other language spoken
finder-age = The person’s age
finder-years = { $age ->
        [one] { NUMBER($age) } year old
       *[other] { NUMBER($age) } years old
    }
finder-open-now = Open now
finder-chosen = Chosen criteria
finder-remove = Remove:
finder-remove-all = Remove all
finder-territory = See what exists in this commune
