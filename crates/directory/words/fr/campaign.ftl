campaign-list = Campagnes de vérification
campaign-lede = Demander à toutes les organisations d’un territoire si leurs fiches sont justes : par courriel, avec un lien, et par téléphone pour celles qui n’ont pas d’adresse.
campaign-territory = Territoire
campaign-territory-hint = Une commune, une intercommunalité ou un département, par son nom ou son code.
campaign-since = Fiches non vérifiées depuis
# $n (Number) - 3, 6 or 12
campaign-months = { NUMBER($n) } mois
campaign-everybody = Toutes, même récentes
campaign-prepare = Voir qui serait interrogé
campaign-nobody = Toutes les fiches de ce territoire ont été vérifiées depuis : personne à interroger.
# $n (Number)
campaign-letters = { $n ->
        [one] { NUMBER($n) } organisation recevra un courriel, puis un seul rappel après quinze jours.
       *[other] { NUMBER($n) } organisations recevront un courriel, puis un seul rappel après quinze jours.
    }
# $n (Number)
campaign-later = { $n ->
        [one] { NUMBER($n) } d’entre elles a déjà reçu un courriel il y a moins de quinze jours : le nôtre attendra la fin de ces quinze jours.
       *[other] { NUMBER($n) } d’entre elles ont déjà reçu un courriel il y a moins de quinze jours : les nôtres attendront la fin de ces quinze jours.
    }
# $n (Number)
campaign-calls = { $n ->
        [one] { NUMBER($n) } organisation sans adresse est à appeler : une feuille à imprimer est prête.
       *[other] { NUMBER($n) } organisations sans adresse sont à appeler : une feuille à imprimer est prête.
    }
campaign-start = Lancer la campagne
campaign-already-runs = Une campagne est déjà en cours sur ce territoire. Arrêtez-la avant d’en lancer une autre.
campaign-latest = Dernières campagnes
campaign-none = Aucune campagne pour le moment.
# $day (String) - in words
campaign-started = Lancée le { $day }
campaign-stopped = arrêtée
# $name (String) - of a territory
campaign-title = Campagne : { $name }
campaign-asked = Organisations interrogées
campaign-by-letter = Par courriel
campaign-by-phone = Par téléphone
campaign-verified = Vérifiées depuis
campaign-remaining = Restent à vérifier
campaign-who-remains = Qui reste à vérifier
campaign-to-call = à appeler
campaign-to-write = courriel à partir
# $day (String) - in words
campaign-to-write-on = un autre courriel est parti il y a moins de quinze jours : celui-ci attend le { $day }
campaign-written = courriel parti
campaign-reminded = rappel parti
# $n (Number)
campaign-entries = { $n ->
        [one] { NUMBER($n) } fiche
       *[other] { NUMBER($n) } fiches
    }
campaign-stop = Arrêter la campagne
campaign-stop-text = Plus aucun courriel ne partira. Les liens déjà envoyés restent valables.
campaign-sheet = Feuille d’appels à imprimer
campaign-sheet-all = Avec celles qui n’ont pas répondu au courriel
campaign-sheet-calls = Seulement celles sans adresse
campaign-sheet-empty = Personne à appeler pour le moment.
# $n (Number)
campaign-sheet-left-out = { $n ->
        [one] { NUMBER($n) } autre organisation viendra sur la feuille suivante, quand celles-ci seront vérifiées.
       *[other] { NUMBER($n) } autres organisations viendront sur la feuille suivante, quand celles-ci seront vérifiées.
    }
campaign-no-phone = Pas de téléphone connu
campaign-sheet-say = « Bonjour, je relis avec vous ce que l’annuaire dit de vos activités. Avez-vous quelques minutes ? »
campaign-sheet-said = L’annuaire dit
campaign-sheet-right = Juste
campaign-sheet-otherwise = Ou plutôt :
campaign-sheet-box = à cocher
# $day (String) - in words
campaign-sheet-foot = Imprimé le { $day }. À saisir ensuite dans « À vérifier ».
