# $name (String) - a commune, an EPCI or a département
territory-title = { $name } : ce qui existe
# $n (Number)
# $figures (String) - the same, its thousands apart
territory-people = { $n ->
        [one] { $figures } habitant
       *[other] { $figures } habitants
    }
territory-exists = Ce qui existe
# $n (Number)
# $km (Number)
territory-total-around = { $n ->
        [0] Rien à moins de { NUMBER($km) } km du centre.
        [one] { NUMBER($n) } ressource à moins de { NUMBER($km) } km du centre, à distance ou à domicile.
       *[other] { NUMBER($n) } ressources à moins de { NUMBER($km) } km du centre, à distance ou à domicile.
    }
# $n (Number)
territory-total-within = { $n ->
        [0] Rien n’est encore dans l’annuaire.
        [one] { NUMBER($n) } ressource dans l’annuaire.
       *[other] { NUMBER($n) } ressources dans l’annuaire.
    }
territory-see-all = Voir la liste et la carte
territory-missing = Ce qui manque
# $km (Number)
territory-missing-around = Rien de tel n’est dans l’annuaire à moins de { NUMBER($km) } km, ni à domicile :
territory-missing-within = Rien de tel n’est encore dans l’annuaire :
territory-missing-levers = Besoins
territory-missing-themes = Thèmes
territory-missing-every-theme = Tous
territory-missing-access = Accès et langues
territory-missing-every-access = Aucune fiche d’ici n’en parle.
territory-other-language = Une autre langue que le français
# $names (String) - of themes, in a row
territory-only-remote-names = Seulement à distance : { $names }
territory-access-note = Un accès ou une langue ne compte que si une fiche le dit : cela peut exister sans être écrit.
territory-access = Pour que chacun puisse venir
territory-languages = Autres langues parlées :
territory-sign-language = Langue des signes française
territory-themes = Par thème
territory-no-commune = Ce qui n’a pas de commune n’est pas compté.
territory-more = Autour de ce territoire
territory-communes = Ses communes les plus peuplées
territory-neighbourhoods = Ses quartiers
territory-guide = Le guide sur papier
territory-guide-text = Ce qui est tout près, rangé par besoin, à imprimer en noir et blanc, aussi en grands caractères.
territory-guide-open = Ouvrir le guide
# $name (String) - a commune
guide-title = Près de chez vous : { $name }
# $km (Number)
guide-lede = Des lieux, des équipes et des moments pour rencontrer du monde, être soutenu ou donner un coup de main, à moins de { NUMBER($km) } km. Appelez avant de venir : les horaires changent.
guide-town-hall = Votre mairie :
guide-empty = Rien de tout près n’est encore dans l’annuaire. Votre mairie peut vous renseigner.
# $n (Number)
guide-left-out = { $n ->
        [one] Et { NUMBER($n) } autre, plus loin, sur le site.
       *[other] Et { NUMBER($n) } autres, plus loin, sur le site.
    }
# $day (String) - in words
# $address (String) - of the page it was printed from
guide-foot = Guide du { $day }. La liste à jour : { $address }
guide-index = Par commune, et à quelle page
# $name (String) - a commune
guide-back = Retour à { $name }
guide-large = En grands caractères
guide-usual = En caractères ordinaires
territory-only-remote = (seulement à distance)
