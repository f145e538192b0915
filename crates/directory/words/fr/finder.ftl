menu-finder = Trouver
finder-title = Trouver près de chez soi
finder-lede = Des lieux, des équipes et des moments pour rencontrer du monde, être soutenu ou donner un coup de main.
finder-what = Quoi ?
finder-what-hint = Chorale, jardin, papiers…
finder-near = Près de quelle commune ?
finder-near-hint = Un nom ou un code postal.
finder-radius = Jusqu’à
# $km (Number)
finder-radius-km = { NUMBER($km) } km
finder-lever = Pour quoi ?
finder-any = Peu importe
finder-more = Plus de critères
finder-theme = Thème
finder-public = Pour qui
finder-access = Ce qu’il faut
finder-free = Gratuit
finder-wheelchair = Accessible en fauteuil roulant, au moins en partie
finder-hearing-loop = Boucle magnétique pour malentendants
finder-pickup = On vient vous chercher
finder-accompanied = Quelqu’un vous attend la première fois
finder-with-room = Il reste de la place
finder-remote = À distance, de chez soi
finder-search = Chercher
finder-results = Résultats
# $n (Number)
finder-found = { $n ->
        [0] Rien n’a été trouvé.
        [one] { NUMBER($n) } ressource trouvée.
       *[other] { NUMBER($n) } ressources trouvées.
    }
# $commune (String) - its name
finder-as-the-crow-flies = Distances à vol d’oiseau depuis le centre de { $commune }.
# $words (String) - as typed
finder-mistyped = Rien ne s’écrit « { $words } » : voici ce qui s’écrit presque ainsi.
finder-nothing-title = Rien ne répond à tous ces critères
finder-nothing-text = Essayez un autre mot, une distance plus grande ou moins de critères. Vous pouvez aussi appeler votre mairie.
finder-start-again = Voir toutes les ressources
finder-unknown-commune = Aucune commune ne porte ce nom ou ce code postal. Vérifiez l’orthographe.
# $max (Number)
finder-text-too-long = Écrivez { NUMBER($max) } caractères au plus : rien n’a été cherché.
# $name (String) - a commune
finder-perhaps-commune = Vouliez-vous dire { $name } ? Écrivez-le en entier.
# $names (String) - a few communes
finder-ambiguous-commune = Plusieurs communes sont possibles : { $names }. Ajoutez le code postal.
finder-problem = À corriger
# $from (Number)
# $to (Number)
# $total (Number)
finder-shown = { NUMBER($from) } à { NUMBER($to) } sur { NUMBER($total) }
finder-previous = Précédentes
finder-next = Suivantes
finder-pages = Pages de résultats
finder-take = Emporter cette liste :
finder-take-csv = tableur
finder-take-ics = agenda
finder-take-geojson = points de carte
finder-take-api = pour vos logiciels
# $most (Number)
# $events (Number)
finder-take-first = Le tableur et les points de carte s’arrêtent aux { NUMBER($most) } premières ressources, l’agenda aux { NUMBER($events) } premières.
# $events (Number)
finder-take-first-in-calendar = L’agenda s’arrête aux { NUMBER($events) } premières ressources.
finder-share = Partager cette recherche
finder-embed = Montrer cette liste sur votre site
finder-embed-hint = Copiez ceci dans une page de votre site : les premières réponses y seront toujours à jour.
finder-embed-all = Voir toute la liste, sur une carte aussi (nouvel onglet)
finder-map = Carte des résultats
finder-map-text = La carte a besoin de JavaScript ; la liste contient les mêmes lieux.
# $credit (String) - Qui donne le fond de carte.
finder-map-backdrop = Fond de carte : { $credit }.
finder-map-credit = Contours : IGN. Communes au 1er janvier 2026 : INSEE, DGCL, La Poste.
# $distance (String) - already in words
finder-about = environ { $distance }
part-morning = matin
part-afternoon = après-midi
part-evening = soir
finder-straight = À vol d’oiseau
finder-on-foot = À pied
finder-by-car = En voiture
# $minutes (Number)
finder-minutes-on-foot = { NUMBER($minutes) } min à pied
# $minutes (Number)
finder-minutes-by-car = { NUMBER($minutes) } min en voiture
# $way (String) - a time and a means in words
# $km (String) - a distance in words
# $speed (Number) - kilometres an hour
# $detour (Number) - per cent
finder-assumption = { $way }, c’est environ { $km } à vol d’oiseau : une estimation à { NUMBER($speed) } km/h, avec { NUMBER($detour) } % de détours.
finder-day = Quel jour ?
finder-part = Quel moment ?
finder-format = Sous quelle forme ?
finder-language = Autre langue parlée
finder-age = Âge de la personne
# $age (Number)
finder-years = { $age ->
        [one] { NUMBER($age) } an
       *[other] { NUMBER($age) } ans
    }
finder-open-now = Ouvert maintenant
finder-chosen = Critères choisis
finder-remove = Retirer :
finder-remove-all = Tout retirer
finder-territory = Voir ce qui existe dans cette commune
