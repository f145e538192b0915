screening-menu-visitor = Se repérer
screening-menu-consultation = Consultation

screening-visitor-title = Se repérer
screening-visitor-lede = Quelques questions, une ou deux minutes, pour mettre des mots sur ce que vous ressentez. Rien n’est enregistré.
screening-visitor-more = Répondre aussi à cinq questions sur les personnes que vous rencontrez
screening-visitor-fewer = Ne répondre qu’aux quatre premières questions
screening-visitor-problems = À compléter
screening-visitor-send = Voir mon résultat
screening-visitor-privacy = Vos réponses servent à calculer votre résultat, puis elles sont oubliées. Personne ne les lit, sauf si vous demandez ensuite à être appelé.
screening-answer-missing = Il manque une réponse : choisissez celle qui vous ressemble le plus.
screening-nothing-answered = Répondez à une question au moins, puis réessayez.
screening-not-offered = Cette réponse n’est pas proposée : choisissez-en une dans la liste.
screening-answered-twice = Il y a deux réponses à cette question : n’en gardez qu’une.
screening-words-too-long = C’est trop long : { NUMBER($count) } caractères au plus. Gardez l’essentiel.
screening-in-own-words = (avec vos mots)
# $low (String) - what the first number means
# $high (String) - what the last number means
screening-from-to = De « { $low } » à « { $high } »
screening-no-answer = Sans réponse

screening-visitor-result-title = Ce que disent vos réponses
screening-visitor-result-lede = Ce résultat n’est gardé nulle part. Il disparaît quand vous quittez cette page.
screening-does-not-say = Ce que cela ne dit pas
screening-still-to-answer = Questions encore sans réponse
screening-incomplete = Réponses incomplètes
screening-incomplete-text = Sans toutes les réponses, il n’y a pas de résultat. Celles qui ont été données sont gardées.
screening-answers-given = Les réponses données
screening-origin = D’où viennent ces questions
screening-next-title = Et maintenant ?
screening-next-find-text = Beaucoup d’organisations, près de chez vous, accueillent sans rien demander.
screening-next-find = Trouver une activité
screening-next-call-text = Une personne de l’équipe peut vous appeler et prendre le temps de vous écouter. Vos réponses partent alors avec votre demande, pour ne pas avoir à les redire.
screening-next-call = Demander à être appelé
screening-next-call-without = Demander à être appelé sans joindre mes réponses
screening-next-more = D’autres questions, si vous le souhaitez
screening-distress-title = Si c’est trop lourd en ce moment
screening-distress-before = Appelez le
screening-distress-after = , le numéro national de prévention du suicide : un professionnel de santé vous écoute, jour et nuit. C’est gratuit et confidentiel.
screening-emergency-before = Si votre vie, ou celle d’un proche, est en danger : le
screening-or = ou le
screening-emergency-after = . Si vous ne pouvez pas parler ou entendre, envoyez un SMS au 114.
screening-print = Imprimer
screening-again = Recommencer

screening-choose-title = Une consultation
screening-choose-lede = Choisissez avec la personne les questions à poser. Elle peut ne pas répondre à l’une d’elles.
screening-choose-legend = Quelles questions ?
screening-choose-send = Poser ces questions
screening-choose-print = Imprimer la feuille
screening-choose-others = Choisir d’autres questions
screening-unattached-title = Consultations sans suite pour l’instant
screening-unattached-text = Elles ne nomment personne. L’heure et le résultat aident à retrouver la bonne.
# $day (String) - a day
screening-answers-of = réponses du { $day }

screening-consultation-title = Les questions
screening-consultation-lede = Lisez chaque question telle qu’elle est écrite, sans proposer de réponse.
screening-problems = À corriger
screening-site = Équipe
screening-site-needed = Choisissez une de vos équipes.
screening-day = Jour des réponses
screening-day-hint = Pour une feuille papier : le jour où elle a été remplie.
screening-day-needed = Indiquez le jour, par exemple 13/01/2026.
screening-day-in-future = Ce jour n’est pas encore arrivé : indiquez aujourd’hui ou un jour passé.
screening-day-too-old = Ces réponses ont plus de deux ans : elles ne disent plus rien d’aujourd’hui. Reposez les questions.
screening-mode = Comment
screening-mode-needed = Indiquez comment les réponses ont été données.
screening-mode-professional = Avec la personne
screening-mode-alone = Seule, sans aide
screening-mode-paper = Feuille papier
screening-save = Enregistrer
screening-save-and-see = Enregistrer et voir le résultat
screening-cancel = Annuler

screening-result-title = Ce que disent les réponses
screening-result-lede = À lire à voix haute avec la personne.
screening-attached = Cette consultation est reliée à une demande d’accompagnement.
screening-refer-text = Si la personne le souhaite, un agent de liaison l’appelle et cherche avec elle. Cette consultation sera jointe à la demande.
screening-refer-by-others = Cette consultation ne nomme personne. Un prescripteur de l’équipe peut la joindre à une demande.
screening-refer = Prescrire du lien
screening-another = Une autre consultation

screening-sheet-title = La feuille de questions
screening-sheet-lede = À remplir au stylo, puis à recopier ici dans une consultation « Feuille papier ». Elle ne demande pas de nom.
screening-sheet-large = Grands caractères
screening-sheet-normal = Taille normale
screening-sheet-date = Date :
screening-sheet-free = Vous pouvez laisser une question sans réponse. N’écrivez pas votre nom.

screening-measures-menu = Mesures
# $name (String) - the person
screening-measures-title = Mesures de { $name }
screening-measures-lede = Les mêmes questions, reposées plus tard, montrent le chemin parcouru.
screening-measures-empty = Rien n’a encore été mesuré
screening-measures-empty-text = Choisissez ci-dessous, avec la personne, les questions à poser. Ce n’est pas obligatoire.
screening-measured = Ce qui est mesuré
screening-change = Évolution
# $value (String) - a number
# $highest (String) - the largest it can be
screening-value = { $value } sur { $highest }
# $value (String) - a number
# $highest (String) - the largest it can be
# $band (String) - what it is called
screening-value-and-band = { $value } sur { $highest } : { $band }
# $instrument (String) - its title
# $value (String) - in words
screening-one-result = { $instrument }, { $value }
# $words (String) - what the person wants, in their words
screening-quoted = « { $words } »
# $version (String) - the instrument's version
screening-other-version = Version { $version }, non comparée
screening-incomplete-count = Incomplet : { NUMBER($answered) } sur { NUMBER($asked) }
screening-not-measured = Pas mesuré
screening-not-comparable = Pas encore de comparaison
screening-no-proof = Un avant et un après montrent un chemin ; ils ne prouvent pas ce qui l’a fait.
screening-measure-again = Poser les questions
screening-moment = À quel moment
screening-moment-needed = Indiquez s’il s’agit de la première mesure ou d’un point d’étape.
screening-moment-first = Première mesure
screening-moment-review = Point d’étape
# $instrument (String) - its title
screening-first-after-review = « { $instrument } » : un point d’étape a déjà été fait. Une première mesure écrite après coup fausserait la comparaison. Enregistrez un point d’étape.
# $instrument (String) - its title
screening-review-before-first = « { $instrument } » : ce jour est avant la première mesure. Vérifiez la date.
screening-case-closed = L’accompagnement est terminé : on n’y ajoute plus de mesure.
# $title (String) - of an instrument
screening-not-used = Cette équipe ne pose pas le questionnaire « { $title } » : choisissez une autre équipe, ou d’autres questions.
screening-mode-phone = Par téléphone
screening-mode-elsewhere = Dans un autre logiciel
