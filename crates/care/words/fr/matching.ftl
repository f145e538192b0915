# $who (String) - « Mme Aline D. »
match-title = Près de { $who }
# $n (Number)
match-found = { $n ->
        [0] Rien n’a été trouvé à sa portée.
        [one] { NUMBER($n) } ressource à sa portée.
       *[other] { NUMBER($n) } ressources à sa portée, les mieux assorties d’abord.
    }
# $n (Number)
match-excluded-link = { $n ->
        [one] { NUMBER($n) } écartée, voir pourquoi
       *[other] { NUMBER($n) } écartées, voir pourquoi
    }
# $n (Number)
match-excluded-title = { $n ->
        [one] { NUMBER($n) } ressource écartée
       *[other] { NUMBER($n) } ressources écartées
    }
# $n (Number)
match-farther = { $n ->
        [one] { NUMBER($n) } autre est plus loin.
       *[other] { NUMBER($n) } autres sont plus loin.
    }
# $commune (String) - its name
match-distances = Distances à vol d’oiseau depuis le centre de { $commune } : l’adresse de la personne ne sert pas.
# $commune (String) - its name
match-nowhere = On ne sait pas situer { $commune } : seul ce qui se fait à domicile ou à distance est proposé.
match-problem = À corriger
match-unread = Ce choix n’est pas dans la liste : il n’a pas été compté.
# $max (Number)
match-text-too-long = Écrivez { NUMBER($max) } caractères au plus : ces mots n’ont pas été comptés.

match-known = D’après le point fait ensemble :
match-known-change = Le compléter
match-no-assessment-title = Le point n’est pas encore fait
match-no-assessment-text = La liste ne connaît que la commune, l’âge et les raisons de la demande.
match-no-assessment-link = Faire le point ensemble
# $what (String) - a list
match-missing = Pour affiner la liste, il manque : { $what }.
match-missing-wishes = ce qui plaît à la personne
match-missing-reach = jusqu’où elle peut aller
match-missing-times = quand elle est libre
match-closed = Cet accompagnement est terminé : la liste se lit, rien ne se propose.

match-text = Chercher
match-theme = Thème
match-lever = Pour quoi ?
match-public = Pour qui
match-cost = Prix
match-access = Ce qu’il faut
match-radius = Jusqu’à
match-any = Peu importe
match-radius-own = Ce que la personne peut parcourir
# $km (Number)
match-radius-km = { NUMBER($km) } km
match-more = Plus de critères
match-with-wheelchair = Accessible en fauteuil roulant, au moins en partie
match-with-loop = Boucle magnétique pour malentendants
match-with-pickup = On vient chercher les participants
match-with-accompanied = Quelqu’un attend la première fois
match-search = Chercher
match-results = Ressources
match-propose = Proposer
# $name (String) - a resource
match-propose-what = Proposer : { $name }
match-show-on-map = Voir sur la carte
# $points (Number)
match-account = { $points ->
        [one] Le compte : { NUMBER($points) } point
       *[other] Le compte : { NUMBER($points) } points
    }
match-account-why = Raison
match-account-points = Points
match-account-total = Total
match-map = Carte des ressources
match-map-text = La carte a besoin de JavaScript ; la liste contient les mêmes lieux.
match-map-credit = Contours : IGN, INSEE (Licence Ouverte).
match-nothing-title = Rien ne répond à tous ces critères
match-nothing-text = Essayez un autre mot, une distance plus grande ou moins de critères. Les ressources écartées disent pourquoi.
match-start-again = Enlever tous les critères
# $from (Number)
# $to (Number)
# $total (Number)
match-shown = { NUMBER($from) } à { NUMBER($to) } sur { NUMBER($total) }
match-previous = Précédentes
match-next = Suivantes
match-pages = Pages de résultats
# $n (Number)
match-and-more = { $n ->
        [one] et { NUMBER($n) } autre
       *[other] et { NUMBER($n) } autres
    }
# $version (Number)
match-order = Comment cet ordre est fait : la pondération, version { NUMBER($version) }
# $distance (String) - « 2,3 km »
match-about = environ { $distance }
match-at-home = à domicile
match-remote = à distance

# $commune (String) - its name
match-near-very = À deux pas du centre de { $commune }
# $commune (String) - its name
match-near-close = Tout près du centre de { $commune }
# $distance (String) - « 2,3 km »
# $commune (String) - its name
match-near-km = À { $distance } du centre de { $commune }
# $distance (String) - « 2,3 km »
# $commune (String) - its name
match-near-about = À environ { $distance } du centre de { $commune }
match-comes-home = On vient à domicile
match-done-remotely = Par téléphone ou en ligne, sans sortir
match-fetched = On passe prendre les participants
match-fetched-needed = On passe prendre les participants, comme il le faut
match-not-fetched = Il faudra trouver un transport
match-bus = Un bus y mène
match-tram = Un tram y mène
match-metro = Un métro y mène
match-train = Un train y mène
match-no-transit = Ni bus ni tram pour y aller
# $slot (String) - « mardi matin »
match-when-free = Le { $slot }, un moment qui convient
match-not-when-free = Pas aux moments qui conviennent
match-evening = Le soir ou le week-end, comme il le faut
match-not-evening = En journée, alors qu’il faudrait le soir ou le week-end
match-lever-listen = Pour parler avec quelqu’un
match-lever-gather = Pour rencontrer du monde
match-lever-reach-out = Pour qu’on vienne à soi
match-lever-support = Pour être soutenu dans un moment difficile
match-lever-take-part = Pour se rendre utile
match-lever-also-listen = Aussi pour parler avec quelqu’un
match-lever-also-gather = Aussi pour rencontrer du monde
match-lever-also-reach-out = Aussi pour qu’on vienne à soi
match-lever-also-support = Aussi pour être soutenu dans un moment difficile
match-lever-also-take-part = Aussi pour se rendre utile
# $topics (String) - a list
match-topics = Dans ses envies : { $topics }
# $needs (String) - a list
match-needs = Répond à un besoin : { $needs }
match-need-ties = des liens
match-need-mobility = se déplacer
match-need-housing = le logement
match-need-rights = les droits et les papiers
match-need-money = l’argent
match-need-health = la santé
match-need-caring = souffler quand on aide un proche
match-need-digital = le numérique
match-need-language = le français
match-need-work = le travail
match-free = Gratuit
match-free-needed = Gratuit, comme il le faut
match-paid = Payant
match-paid-needed = Payant, alors qu’il faudrait du gratuit ou presque
match-cost-unknown = Prix à demander
# $n (Number)
match-small-group = Petit groupe : { NUMBER($n) } personnes au plus
match-face-to-face = En tête à tête
# $n (Number)
match-large-group = Du monde : jusqu’à { NUMBER($n) } personnes
match-wheelchair = Accessible en fauteuil roulant
match-wheelchair-partly = Accès en fauteuil roulant partiel, ou avec de l’aide
match-wheelchair-unknown = Accès en fauteuil roulant à vérifier
match-hearing-loop = Boucle magnétique sur place
match-no-hearing-loop = Pas de boucle magnétique
match-hearing-loop-unknown = Boucle magnétique à vérifier
match-accompanied = Quelqu’un attend ou accompagne la première fois
match-not-accompanied = Quelqu’un à trouver pour la première fois
# $language (String) - « arabe »
match-spoken = On y parle aussi { $language }
match-not-spoken = On n’y parle que français
# $months (Number)
match-verified = { $months ->
        [0] Vérifié il y a moins d’un mois
        [1] Vérifié il y a un mois
        [2] Vérifié il y a deux mois
        [3] Vérifié il y a trois mois
        [4] Vérifié il y a quatre mois
        [5] Vérifié il y a cinq mois
       *[other] Vérifié il y a { NUMBER($months) } mois
    }
# $years (Number)
match-stale = { $years ->
        [one] Pas vérifié depuis plus d’un an
       *[other] Pas vérifié depuis plus de { NUMBER($years) } ans
    }
# $n (Number)
match-places = { $n ->
        [one] Une place libre
       *[other] { NUMBER($n) } places libres
    }
# $n (Number)
match-load = Déjà { NUMBER($n) } demandes récentes à cette organisation
match-no-email = Pas de courriel : il faudra téléphoner
match-tried = Déjà essayé, sans suite
# $publics (String) - a list
match-public-to-check = Public à vérifier : { $publics }

match-doubted = Une demande récente n’a pas abouti : à vérifier
match-waiting-list = Complet, avec une liste d’attente
# $day (String) - in words
match-full-to-confirm = Dit complet le { $day }, à confirmer
# $day (String) - in words
match-out-paused = En pause jusqu’au { $day }
# $most (Number)
match-out-at-once = { $most ->
        [one] A déjà { NUMBER($most) } demande en attente, autant qu’elle en accepte
       *[other] A déjà { NUMBER($most) } demandes en attente, autant qu’elle en accepte
    }
# $most (Number)
match-out-a-month = { $most ->
        [one] A déjà reçu { NUMBER($most) } demande ce mois-ci, autant qu’elle en accepte
       *[other] A déjà reçu { NUMBER($most) } demandes ce mois-ci, autant qu’elle en accepte
    }
match-outs-paused = En pause
match-outs-limit = Ont autant de demandes qu’elles en acceptent
match-out-tied = Déjà proposé
match-out-full = Complet
# $day (String) - in words
match-out-full-until = Complet jusqu’au { $day }
# $places (String) - a list
match-out-zone = Réservé aux habitants de { $places }
# $commune (String) - its name
match-out-home-zone = Ne vient pas jusqu’à { $commune }
# $ages (String) - « de 12 à 25 ans »
match-out-ages = Pour un autre âge : { $ages }
# $publics (String) - a list
match-out-public = Pour un autre public : { $publics }
match-out-wheelchair = Pas d’accès en fauteuil roulant
match-out-outside = Il faudrait sortir de chez soi
match-out-over = C’est passé
match-outs-tied = Déjà proposées
match-outs-full = Complètes
match-outs-zone = Réservées à d’autres communes
match-outs-home-zone = Ne viennent pas jusque-là
match-outs-ages = Pour un autre âge
match-outs-public = Pour un autre public
match-outs-wheelchair = Sans accès en fauteuil roulant
match-outs-outside = Il faudrait sortir de chez soi
match-outs-over = C’est passé

weights-title = La pondération
weights-lede = Pourquoi une ressource passe avant une autre quand on cherche avec une personne.
# $version (Number)
weights-version = Version { NUMBER($version) }
weights-how = Rien n’est appris ni deviné. On écarte d’abord ce qui n’est pas possible, en disant pourquoi : réservé à une autre commune, à un autre âge ou à un autre public, complet, en pause, déjà assez demandé, passé, sans accès en fauteuil quand il en faut un, dehors quand la personne ne sort pas. Puis chaque chose que l’on sait donne ou retire des points ; leur somme décide de l’ordre. À égalité passe devant ce qui dépend de l’organisation la moins sollicitée ces derniers temps, puis le plus proche, puis l’ordre alphabétique. La personne et l’agent de liaison décident.
weights-caption = Ce qui compte, et combien
weights-what = Ce qui compte
weights-points = Points
weights-reach-title = Jusqu’où l’on cherche
# $walking (Number)
# $bus (Number)
# $car (Number)
# $unknown (Number)
# $margin (Number)
weights-reach = La distance que la personne a dite ; sinon { NUMBER($walking) } km à pied, { NUMBER($bus) } km en bus, tram ou métro, { NUMBER($car) } km en voiture, { NUMBER($unknown) } km quand on ne sait rien. On ajoute { NUMBER($margin) } km dans tous les cas, parce que les distances partent du centre de la commune, jamais de l’adresse.
weights-thresholds-title = À partir d’où une nuance compte
# $group (Number)
weights-small-group = Un groupe est petit jusqu’à { NUMBER($group) } personnes.
# $verified (Number)
# $stale (Number)
weights-fresh = Une fiche vérifiée depuis moins de { NUMBER($verified) } mois rassure ; une fiche inchangée depuis { NUMBER($stale) } mois inquiète.
# $km (Number)
weights-transit = Au-delà de { NUMBER($km) } km, un lieu sans bus ni tram est difficile à rejoindre.
# $days (Number)
# $free (Number)
# $most (Number)
weights-load = On compte les demandes encore ouvertes envoyées à une organisation depuis { NUMBER($days) } jours : les { NUMBER($free) } premières ne comptent pas, ni celles au-delà de { NUMBER($most) }.
# $most (Number)
weights-common = Au plus { NUMBER($most) } centres d’intérêt et { NUMBER($most) } besoins comptent pour une ressource.
weights-file = Ce sont les nombres du fichier weights.toml, lu par le programme : il n’y en a pas d’autres.
