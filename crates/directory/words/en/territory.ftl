territory-title = { $name }: what there is
territory-people = { $n ->
        [one] { $figures } inhabitant
       *[other] { $figures } inhabitants
    }
territory-exists = What there is
territory-total-around = { $n ->
        [0] Nothing within { NUMBER($km) } km of the centre.
        [one] { NUMBER($n) } resource within { NUMBER($km) } km of the centre, remotely or at home.
       *[other] { NUMBER($n) } resources within { NUMBER($km) } km of the centre, remotely or at home.
    }
territory-total-within = { $n ->
        [0] Nothing is in the directory yet.
        [one] { NUMBER($n) } resource in the directory.
       *[other] { NUMBER($n) } resources in the directory.
    }
territory-see-all = See the list and the map
territory-missing = What is missing
territory-missing-around = Nothing of the kind is in the directory within { NUMBER($km) } km, nor at home:
territory-missing-within = Nothing of the kind is in the directory yet:
territory-missing-levers = Needs
territory-missing-themes = Themes
territory-missing-every-theme = All of them
territory-missing-access = Access and languages
territory-missing-every-access = No entry from here speaks of them.
territory-other-language = A language other than French
territory-only-remote-names = Only remotely: { $names }
territory-access-note = An access or a language counts only where an entry says so: it may exist without being written.
territory-access = So that everybody can come
territory-languages = Other languages spoken:
territory-sign-language = French sign language
territory-themes = By theme
territory-no-commune = What has no commune is not counted.
territory-more = Around this territory
territory-communes = Its most populous communes
territory-neighbourhoods = Its neighbourhoods
territory-guide = The guide on paper
territory-guide-text = What is close by, sorted by need, to be printed in black and white, in large letters too.
territory-guide-open = Open the guide
guide-title = Close to home: { $name }
guide-lede = Places, teams and moments to meet people, be supported or lend a hand, within { NUMBER($km) } km. Call before you come: hours change.
guide-town-hall = Your town hall:
guide-empty = Nothing close by is in the directory yet. Your town hall can help.
guide-left-out = { $n ->
        [one] And { NUMBER($n) } more, farther away, on the site.
       *[other] And { NUMBER($n) } more, farther away, on the site.
    }
guide-foot = Guide of { $day }. The list of today: { $address }
guide-index = By commune, and on which page
guide-back = Back to { $name }
guide-large = In large letters
guide-usual = In usual letters
territory-only-remote = (only remotely)
