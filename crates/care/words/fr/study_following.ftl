study-person-title = Études
study-person-lede = Les études auxquelles cette personne prend part, et celles qu’on peut lui proposer. Refuser ne change rien à son accompagnement.
study-person-empty = Aucune étude n’est ouverte dans votre équipe.
study-state-unknown = À proposer
study-state-not-eligible = Ne remplit pas les conditions
study-state-declined = A décliné
study-state-enrolled = Prend part
study-state-withdrawn = A arrêté
study-not-enrolling = On ne peut pas entrer dans cette étude en ce moment.
study-protocol-changed = L’étude a changé pendant que vous la lisiez : relisez-la avec la personne, puis recommencez.
study-already = Cette personne prend déjà part, ou a pris part, à cette étude.
study-arm = Bras de l’étude
study-arm-needed = Choisissez un bras.
study-look-criteria = Les conditions
study-look-how = Cochez chaque phrase qui est vraie pour la personne.
study-look-say = À dire à la personne
study-look-random = Le bras est tiré au sort au moment où la personne entre : personne ne le connaît avant.
study-look-answer = Sa réponse
study-look-agreed = La personne est d’accord et prend part
study-look-declined = La personne décline
study-look-not-eligible = La personne ne remplit pas les conditions
study-look-needed = Dites ce que la personne a répondu.
study-look-which = Toutes les conditions sont remplies d’après ce qui est coché : vérifiez les phrases.
study-look-does-not-fit = D’après ce qui est coché, la personne ne remplit pas les conditions : vérifiez les phrases ou la réponse.
study-look-keep = Enregistrer
study-enrolled-on = Prend part depuis le
study-code = Code dans l’étude
study-left-on = A arrêté le
study-kept = Les réponses déjà données restent dans l’étude.
study-not-kept = Les réponses déjà données ne sont plus dans l’étude.
study-standing-ahead = à venir
study-standing-open = à demander
study-standing-late = en retard
study-standing-done = répondu
study-standing-partly = répondu en partie
study-standing-missed = manqué
study-standing-stopped = non demandé
# $from (String) - a day
# $to (String) - a day
study-between = Du { $from } au { $to }
# $title (String) - of a questionnaire
# $day (String) - a day
study-answered = { $title }, le { $day }
study-do-ask = Poser les questions
study-leave = Arrêter l’étude
study-leave-text = La personne peut arrêter quand elle veut, sans s’expliquer. Son accompagnement continue. Plus rien ne lui sera demandé pour l’étude.
study-leave-keep = Les réponses déjà données peuvent-elles rester dans l’étude ?
study-leave-keep-yes = Oui, elles peuvent rester
study-leave-keep-no = Non, elles en sortent
study-leave-needed = Demandez à la personne si ses réponses peuvent rester.
study-leave-do = Noter que la personne arrête
study-due-title = Suivi des personnes
study-due-lede = Qui il faut interroger maintenant, et qui prend part. Vous ne voyez que les personnes dont vous pouvez ouvrir le dossier.
study-due-now = À demander maintenant
study-due-empty = Rien à demander aujourd’hui.
# $day (String) - a day
study-until = Jusqu’au { $day }
study-find-title = Retrouver quelqu’un par son code
# $prefix (String) - three letters
study-code-hint = Tel qu’il est sur la feuille : { $prefix }-…
study-code-bad = Ce code n’existe pas dans cette étude : une lettre ou un chiffre a été mal recopié.
study-code-unknown = Ce code ne mène à aucun dossier que vous pouvez ouvrir.
study-find = Ouvrir
study-all-title = Personnes dans l’étude
study-all-empty = Personne n’est encore entré dans l’étude.
study-left = a arrêté
study-deviations-title = Écarts au protocole
study-deviations-lede = Ce qui ne s’est pas passé comme prévu, noté par quelqu’un ou vu par le programme. Rien n’est effacé : une correction s’ajoute.
study-deviations-empty = Aucun écart.
study-deviations-none = Aucun écart noté.
study-deviation-outside-window = Hors fenêtre
study-deviation-missing-instrument = Questionnaire manquant
study-deviation-wrong-arm = Mauvais bras
study-deviation-consent = Accord
study-deviation-other = Autre
study-corrected = corrigé
# $name (String) - an account
# $when (String) - a moment
study-noted-by = Noté par { $name }, le { $when }
# $when (String) - a moment
study-found = Vu par le programme, le { $when }
study-without-code = Sans code
study-note = Noter un écart
study-note-kind = Genre d’écart
study-note-kind-needed = Choisissez un genre d’écart.
study-note-point = Moment
study-note-no-point = Aucun en particulier
study-note-day = Jour
study-note-day-needed = Donnez le jour.
study-note-day-future = Ce jour n’est pas encore venu.
study-note-words = Ce qui s’est passé
study-note-words-hint = Ces mots restent ici : ils ne sortent jamais avec les données.
study-note-words-needed = Dites ce qui s’est passé.
study-note-corrects = Corrige
study-note-corrects-none = Aucun écart déjà noté
study-note-keep = Noter
study-opens-subject = Des questions d’étude sont à poser
# $link (String) - an address
study-opens-body =
    Bonjour,

    Pour une étude, c’est le moment de poser des questions à une ou plusieurs personnes que vous accompagnez. La liste est ici :

    { $link }

    Maillage
study-closes-subject = Des questions d’étude sont bientôt trop tardives
# $link (String) - an address
study-closes-body =
    Bonjour,

    Pour une étude, des questions restent à poser dans les jours qui viennent : ensuite il sera trop tard. La liste est ici :

    { $link }

    Maillage
