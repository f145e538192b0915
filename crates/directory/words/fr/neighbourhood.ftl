neighbourhood-title = Quartiers
neighbourhood-lede = Un quartier est une partie de commune, avec sa page et son guide sur papier : un quartier prioritaire (QPV), par exemple. Apportez son contour, d’un fichier GeoJSON publié par l’État ou par votre collectivité.
neighbourhood-problem = À revoir avant de garder ce fichier
neighbourhood-file = Fichier GeoJSON
# $megabytes (Number)
neighbourhood-file-hint = { NUMBER($megabytes) } Mo au plus, un ou plusieurs contours, chacun avec son nom. Un contour de même code remplace l’ancien.
neighbourhood-keep = Garder ces contours
# $n (Number)
neighbourhood-kept = { $n ->
        [one] { NUMBER($n) } contour est gardé.
       *[other] { NUMBER($n) } contours sont gardés.
    }
neighbourhood-none = Aucun quartier pour l’instant.
# $n (Number)
neighbourhood-known = { $n ->
        [one] { NUMBER($n) } quartier
       *[other] { NUMBER($n) } quartiers
    }
neighbourhood-take-out = Retirer
# $name (String)
neighbourhood-take-out-sure = La page et le guide de « { $name } » ne s’ouvriront plus. Les ressources, elles, restent dans l’annuaire, et vous pourrez apporter de nouveau ce contour.
# $n (Number)
neighbourhood-total = { $n ->
        [0] Rien n’a lieu dans ce quartier, d’après l’annuaire.
        [one] { NUMBER($n) } ressource dans ce quartier.
       *[other] { NUMBER($n) } ressources dans ce quartier.
    }
neighbourhood-missing = Rien de tel n’a lieu dans le quartier même.
neighbourhood-around = Voir autour, dans la commune
neighbourhood-inside = Ce qui a lieu dans le quartier
# $n (Number)
neighbourhood-first = Voici les { NUMBER($n) } plus proches du centre du quartier.
neighbourhood-map = Carte du quartier
neighbourhood-map-text = Le trait entoure le quartier ; ce qui est autour est montré aussi.
neighbourhood-no-place = Ce qui n’a pas d’adresse précise n’est pas compté.
neighbourhood-guide-text = Ce qui a lieu dans le quartier, rangé par besoin, à imprimer en noir et blanc, aussi en grands caractères.
neighbourhood-guide-lede = Des lieux, des équipes et des moments pour rencontrer du monde, être soutenu ou donner un coup de main, dans le quartier. Appelez avant de venir : les horaires changent.
neighbourhood-no-file = Choisissez un fichier.
neighbourhood-unreadable = Ce fichier n’est pas du GeoJSON, ou ses contours ne sont ni des polygones ni des groupes de polygones.
neighbourhood-no-outline = Ce fichier ne contient aucun contour.
neighbourhood-too-many = Ce fichier contient trop de contours. Gardez seulement ceux de votre territoire.
neighbourhood-other-coordinates = Les coordonnées de ce fichier ne sont pas des longitudes et des latitudes (WGS 84). S’il est en Lambert-93, exportez-le de nouveau en WGS 84 (EPSG 4326).
# $which (String) - its number, its name
neighbourhood-swapped = Contour { $which } : latitude et longitude semblent inversées. La longitude vient d’abord.
# $which (String) - its number, its name
neighbourhood-elsewhere = Contour { $which } : il n’est près d’aucune commune de France.
# $which (String) - its number, its name
neighbourhood-no-surface = Contour { $which } : il n’a pas de surface. Il faut au moins trois points différents.
# $which (String) - its number, its name
neighbourhood-no-name = Contour { $which } : il n’a pas de nom. Mettez-le dans la propriété « nom ».
# $which (String) - its number, its name
neighbourhood-too-large = Contour { $which } : il est trop étendu pour un quartier.
# $which (String) - its name
neighbourhood-twice = Le contour « { $which } » a le même code qu’un autre du fichier.
