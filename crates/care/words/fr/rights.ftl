rights-link = Ses données et ses droits
rights-title = Vos données
# $name (String) - the person
rights-of = { $name }
rights-lede = Tout ce qui est gardé de vous ici, qui l’a reçu et qui l’a lu. Vous pouvez en demander une copie, une correction, le gel ou l’effacement : dites-le à la personne qui vous accompagne.
rights-print = Imprimer cette page
rights-copy = Copie complète (fichier JSON)
rights-copies = Une copie à emporter
rights-paper = À lire (PDF)
rights-paper-large = À lire, en grands caractères (PDF)
# $n (Number) - how often
rights-paper-times = { $n ->
    [one] une fois
   *[other] { NUMBER($n) } fois
}
rights-paper-whole = Tout ce qui est gardé, mot pour mot
rights-paper-whole-lede = Ce qui suit est complet : chaque information telle qu’elle est enregistrée, avec les codes et les dates dont le logiciel se sert. Entre parenthèses, le nom que le logiciel donne à une date ou à une personne.
# $position (Number) - first is 1
# $many (Number) - how many there are
rights-paper-row = { NUMBER($position) } sur { NUMBER($many) }
# $column (String) - a technical name
rights-paper-moment = date et heure ({ $column })
# $column (String) - a technical name
rights-paper-account = par qui ({ $column })
rights-paper-nothing = (rien)
rights-paper-left-out = (laissé de côté : concerne une autre personne)
rights-paper-yes = oui
rights-paper-no = non
rights-paper-trail = Le journal, entrée par entrée
rights-paper-when = Quand
rights-paper-to = Ce qui a été ouvert
rights-correct = Corriger
rights-who = Qui vous êtes
rights-asked = Les demandes faites pour vous
rights-by-somebody = Quelqu’un s’est inquiété de vous
rights-agreed = Ce que vous avez accepté
# $day (String)
rights-withdrawn = Retiré le { $day }.
rights-state = Où vous en êtes
# $day (String)
rights-followed = Ce que nous avons appris ensemble, depuis le { $day }
# $day (String)
rights-received = Les organisations proposées, depuis le { $day }
# $told (String) - a list
rights-told = Elle a reçu : { $told }.
rights-told-nothing = Elle n’a rien reçu de vous.
# $day (String)
rights-story = Ce qui s’est passé, depuis le { $day }
rights-looks = Qui a ouvert vos données
rights-looks-who = Qui
rights-looks-what = Ce qu’il ou elle a fait
rights-looks-times = Fois
rights-looks-last = La dernière
rights-do = Si la personne le demande
rights-freeze = Geler ses données
rights-freeze-text = Plus personne ne les lit ni ne les change, mais elles restent : le temps de vérifier une erreur, ou de décider.
rights-erase = Effacer ses données
rights-erase-text = Elles disparaissent pour toujours, ici et dans les copies qui seraient remises en service.
rights-by-coordination = Pour geler ou effacer, adressez-vous à la coordination de votre équipe.

# $name (String) - the person
rights-freeze-title = Geler les données de { $name }
rights-freeze-lede = Le dossier sort de toutes les listes ; les organisations, le prescripteur et l’agent de liaison ne le voient plus, et rien ne part en son nom. La coordination peut le dégeler, tel qu’il était.
rights-freeze-reason = Pourquoi
rights-freeze-reason-hint = Ce que la personne a demandé, en quelques mots.
rights-freeze-reason-needed = Dites pourquoi : ce mot aidera à décider de la suite.
rights-freeze-do = Geler

rights-frozen = Données gelées
# $day (String)
# $by (String) - an account
rights-frozen-since = Depuis le { $day }, par { $by }.
rights-frozen-lede = Personne ne lit ni ne change ce dossier. Il reste tel qu’il était.
rights-thaw = Dégeler

# $name (String) - the person
rights-erase-title = Effacer les données de { $name }
rights-erase-lede = Son dossier, ses demandes, ses accords, ses réponses et ses mises en lien seront effacés. Personne ne pourra les retrouver, pas même l’équipe technique. Le journal garde qu’un dossier a été effacé, sans dire lequel.
rights-erase-followed = Cette personne est accompagnée en ce moment : prévenez les organisations qui l’attendent avant d’effacer.
rights-erase-copy-first = Faire d’abord une copie pour la personne
rights-erase-sure = J’ai vérifié qui le demande, et que c’est bien son souhait
rights-erase-sure-needed = Cochez la case : un effacement ne se rattrape pas.
rights-erase-do = Effacer pour toujours
rights-back = ‹ Ses données

rights-overview-link = Données des personnes
rights-overview-title = Les données des personnes
rights-overview-lede = Ce qui est gelé, ce qui va partir, ce qui est parti.
rights-was-erased = C’est effacé.
rights-overview-frozen = Gelées à la demande des personnes
rights-overview-nobody-frozen = Aucun dossier n’est gelé.
rights-overview-leaving = Ce qui partira dans les trois mois
rights-overview-leaving-text = Deux ans après le dernier contact, les données d’une personne que plus personne n’accompagne sont effacées d’elles-mêmes. Une nouvelle demande, ou un appel noté, les garde.
rights-overview-nobody-leaves = Rien ne partira dans les trois mois.
rights-overview-person = Personne
rights-overview-contact = Dernier contact
rights-overview-goes = Partira, au plus tôt, le
rights-overview-erased = Effacées depuis le 1er janvier
# $asked (Number)
# $outlived (Number)
rights-overview-counts = À la demande des personnes : { NUMBER($asked) }. Parce que le temps était passé : { NUMBER($outlived) }.
