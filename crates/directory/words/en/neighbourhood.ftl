neighbourhood-title = Neighbourhoods
neighbourhood-lede = A neighbourhood is a part of a commune, with its page and its guide on paper: a priority neighbourhood (QPV), for instance. Bring its outline, from a GeoJSON file published by the State or your local authority.
neighbourhood-problem = To put right before this file is kept
neighbourhood-file = GeoJSON file
neighbourhood-file-hint = { NUMBER($megabytes) } MB at most, one or several outlines, each with its name. An outline with the same code replaces the earlier one.
neighbourhood-keep = Keep these outlines
neighbourhood-kept = { $n ->
        [one] { NUMBER($n) } outline is kept.
       *[other] { NUMBER($n) } outlines are kept.
    }
neighbourhood-none = No neighbourhood for the time being.
neighbourhood-known = { $n ->
        [one] { NUMBER($n) } neighbourhood
       *[other] { NUMBER($n) } neighbourhoods
    }
neighbourhood-take-out = Take out
neighbourhood-take-out-sure = The page and the guide of “{ $name }” will no longer open. The resources stay in the directory, and you can bring this outline again.
neighbourhood-total = { $n ->
        [0] Nothing takes place in this neighbourhood, as far as the directory knows.
        [one] { NUMBER($n) } resource in this neighbourhood.
       *[other] { NUMBER($n) } resources in this neighbourhood.
    }
neighbourhood-missing = Nothing of the kind takes place in the neighbourhood itself.
neighbourhood-around = See around it, in the commune
neighbourhood-inside = What takes place in the neighbourhood
neighbourhood-first = Here are the { NUMBER($n) } closest to the middle of the neighbourhood.
neighbourhood-map = Map of the neighbourhood
neighbourhood-map-text = The line goes around the neighbourhood; what is around it is shown too.
neighbourhood-no-place = What has no precise address is not counted.
neighbourhood-guide-text = What takes place in the neighbourhood, by need, to be printed in black and white, also in large print.
neighbourhood-guide-lede = Places, teams and moments to meet people, be supported or lend a hand, in the neighbourhood. Call before you come: hours change.
neighbourhood-no-file = Choose a file.
neighbourhood-unreadable = This file is no GeoJSON, or its outlines are neither polygons nor groups of polygons.
neighbourhood-no-outline = This file holds no outline.
neighbourhood-too-many = This file holds too many outlines. Keep only those of your territory.
neighbourhood-other-coordinates = The coordinates of this file are no longitudes and latitudes (WGS 84). If it is in Lambert-93, export it again in WGS 84 (EPSG 4326).
neighbourhood-swapped = Outline { $which }: latitude and longitude seem to be swapped. Longitude comes first.
neighbourhood-elsewhere = Outline { $which }: it is near no commune of France.
neighbourhood-no-surface = Outline { $which }: it has no surface. It takes at least three different points.
neighbourhood-no-name = Outline { $which }: it has no name. Put it in the property “nom”.
neighbourhood-too-large = Outline { $which }: it is too large for a neighbourhood.
neighbourhood-twice = The outline “{ $which }” has the same code as another of the file.
