resource-when = Quand
resource-where = Où
resource-cost = Coût
resource-for-whom = Pour qui
resource-eligible = Réservé aux habitants de
resource-everywhere = toute la France
# $from (Number)
# $to (Number)
resource-ages-between = de { NUMBER($from) } à { NUMBER($to) } ans
# $from (Number)
resource-ages-from = à partir de { NUMBER($from) } ans
# $to (Number)
resource-ages-to = jusqu’à { NUMBER($to) } ans
resource-conditions = Conditions
resource-how = Comment
# $n (Number)
resource-group-size = { $n ->
        [one] { NUMBER($n) } personne au plus
       *[other] { NUMBER($n) } personnes au plus
    }
resource-places = Places
# $n (Number)
resource-places-left = { $n ->
        [one] { NUMBER($n) } place libre
       *[other] { NUMBER($n) } places libres
    }
resource-full = complet
# $day (String) - in words
resource-full-until = complet jusqu’au { $day }
# $day (String) - in words
resource-full-to-confirm = dit complet le { $day }, à confirmer
resource-access = Accès
resource-hearing-loop = Boucle magnétique pour malentendants
# $languages (String) - a list
resource-languages = On y parle aussi { $languages }
resource-getting-there = Pour y aller
resource-home-zones = À domicile
# $places (String) - a list
resource-home-in = chez les habitants de { $places }
resource-accompanied = Quelqu’un vous attend ou vous accompagne la première fois
resource-themes = Thèmes
resource-contact = S’inscrire ou se renseigner
resource-phone = Téléphone
resource-email = Courriel
resource-link = Lien pour s’inscrire
resource-ways = Comment s’y prendre
resource-professionals-only = Sur demande d’un professionnel uniquement
# $organization (String) - its name
resource-offered-by = Proposé par { $organization }
# $day (String) - in words
resource-verified = Vérifié par l’équipe du territoire le { $day }
# $day (String) - in words
# $source (String) - its code
resource-updated = Mis à jour le { $day } (source : { $source })
resource-source-page = Voir la fiche d’origine
resource-print = Imprimer
# $day (String) - in words
resource-gone = Cette ressource n’est plus proposée depuis le { $day }.
resource-gone-title = N’est plus dans l’annuaire
resource-back = Chercher autre chose
resource-map = Carte du lieu
resource-flagged = L’emplacement donné par la source est douteux : fiez-vous à l’adresse.
resource-remote = À distance
resource-elsewhere = Voir ce qui a encore de la place tout près
resource-open-now = Ouvert en ce moment, d’après ses horaires
resource-copy-address = L’adresse, à copier :
resource-calendar = Ajouter à mon agenda
resource-share = Partager
resource-share-hint = Un clic choisit tout le texte, à copier dans un message.
resource-share-mail = Envoyer par courriel
resource-fresh = D’où viennent ces informations
# $day (String) - in words
resource-paused = en pause jusqu’au { $day }
resource-waiting-list = liste d’attente ouverte
# $n (Number)
resource-most-at-once = { $n ->
        [one] { NUMBER($n) } demande à la fois au plus
       *[other] { NUMBER($n) } demandes à la fois au plus
    }
# $n (Number)
resource-most-a-month = { $n ->
        [one] { NUMBER($n) } demande par mois au plus
       *[other] { NUMBER($n) } demandes par mois au plus
    }
resource-bring-calendar = Mettre à jour les horaires avec un calendrier (.ics)

# $km (String) - « 1,1 km »
# $from (String) - « la mairie (Bron) »
# $way (String) - « le nord-est »
sketch-distance = À { $km } de { $from }, vers { $way }
# $from (String) - « la mairie (Bron) »
sketch-beside = Tout près de { $from }
# $name (String) - a commune
sketch-town-hall = la mairie ({ $name })
# $name (String) - a commune
sketch-centre = le centre ({ $name })
# $name (String) - a commune
sketch-town-hall-mark = Mairie de { $name }
sketch-north = le nord
sketch-north-east = le nord-est
sketch-east = l’est
sketch-south-east = le sud-est
sketch-south = le sud
sketch-south-west = le sud-ouest
sketch-west = l’ouest
sketch-north-west = le nord-ouest
sketch-north-mark = N
# $spot (String) - how far from what
sketch-alt = Plan simplifié, sans les rues : { $spot }
sketch-legend = Sur les plans, le rond cerclé est l’endroit où aller, les carrés sont les mairies, les traits sont les limites des communes. Ce sont des plans simplifiés, sans les rues ; les distances sont à vol d’oiseau.
