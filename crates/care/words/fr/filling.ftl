filling-how = Comment les poser :
filling-all-at-once = Toutes sur une page
filling-together = Une question à la fois
filling-phone = Par téléphone
filling-link = Par un lien, la personne seule
filling-paper = Sur une feuille
filling-choose-one = Cochez au moins un questionnaire.
filling-not-alone = Un de ces questionnaires ne se remplit pas seul : posez-le avec la personne, ou décochez-le.
filling-begun = Commencés, à reprendre
# $day (String) - a day
filling-since = commencé le { $day }
# $answered (Number) - of questions
# $of (Number) - of questions
filling-progress = réponses : { NUMBER($answered) } sur { NUMBER($of) }
filling-go-on = Reprendre
# $place (Number) - from one
# $of (Number) - of questions
filling-question = Question { NUMBER($place) } sur { NUMBER($of) }
filling-next = Continuer
filling-before = Revenir
filling-pause = S’arrêter là, et reprendre plus tard
filling-script = Ce que vous dites au téléphone
filling-say = À lire :
# $of (Number) - of questions
filling-script-begin = « Je vais vous lire { NUMBER($of) } questions, mot pour mot. Vous pouvez ne pas répondre, et nous arrêter quand vous voulez. »
filling-script-rule = Lisez la question, puis toutes les réponses. Si la personne hésite, relisez sans expliquer : une explication change la réponse.
filling-script-end = « C’était la dernière question. Merci. Nous en parlerons ensemble la prochaine fois. Comment vous sentez-vous maintenant ? »
filling-end = Relire avant de garder
filling-change = Changer
filling-link-title = Un lien pour répondre seul
# $until (String) - a day
filling-link-lede = La personne ouvre ce lien, ou photographie le carré, et répond quand elle veut jusqu’au { $until }. La page ne dit pas son nom. Une fois les réponses envoyées, le lien ne montre plus rien.
filling-square = Carré à photographier, qui mène au lien ci-dessous
filling-back = Retour aux mesures
filling-take-back = Reprendre ce lien : il ne mènera plus nulle part
filling-give-up = Abandonner cette feuille
filling-sheet-lede = Une feuille pour cette personne, sans son nom. Son code mène au bon dossier quand elle revient.
filling-code = Code de la feuille :
filling-code-alt = Carré à photographier quand la feuille revient ; l’adresse où il mène est écrite à côté
filling-paper-title = Quelques questions, quand vous voulez
# $until (String) - a day
filling-paper-lede = Vous pouvez répondre chez vous, à votre rythme, jusqu’au { $until }. Une question peut rester sans réponse.
filling-paper-square = Photographiez ce carré avec un téléphone, ou écrivez cette adresse dans un navigateur :
filling-paper-alt = Carré à photographier, qui mène aux questions ; l’adresse est écrite à côté
filling-paper-after = La page ne dit pas votre nom. Une fois vos réponses envoyées, ce lien ne montre plus rien. Jusque-là, gardez cette feuille pour vous.
filling-copy = Recopier les réponses
filling-copy-lede = Recopiez ce qui est coché. Une question laissée en blanc reste sans réponse.
filling-code-link = Une feuille est revenue : taper son code
filling-code-title = Une feuille est revenue
filling-code-lede = Le code imprimé en haut de la feuille mène au dossier de la personne.
filling-code-field = Code de la feuille
filling-code-hint = Huit lettres et chiffres, comme 4K7M 2CQ9.
filling-code-find = Ouvrir
filling-no-such-code = Aucune feuille en attente n’a ce code, parmi les personnes que vous suivez. Relisez-le.
filling-alone-title = Quelques questions
# $team (String) - of care
# $of (Number) - of questions
filling-alone-lede = L’équipe qui vous accompagne ({ $team }) vous pose { NUMBER($of) } questions. Il y en a une par page.
filling-alone-free = Vous répondez si vous voulez. Vous pouvez passer une question.
filling-alone-right = Il n’y a pas de bonne ou de mauvaise réponse.
filling-alone-pause = Vous pouvez vous arrêter. Ouvrez le même lien pour continuer.
filling-alone-who = Seule cette équipe lit vos réponses.
filling-alone-begin = Commencer
filling-alone-go-on = Continuer
filling-alone-help = Si vous préférez répondre par téléphone, appelez le
filling-alone-end = Presque fini
filling-alone-end-lede = Relisez vos réponses. Vous pouvez encore les changer. Puis appuyez sur « Envoyer mes réponses ».
filling-alone-send = Envoyer mes réponses
filling-alone-thanks = Merci
# $team (String) - of care
filling-alone-thanks-text = Vos réponses sont arrivées. L’équipe qui vous accompagne ({ $team }) en parlera avec vous. Vous pouvez fermer cette page.
filling-larger = Écrire plus grand
filling-smaller = Écrire plus petit
filling-alone-call = Pour nous parler, appelez le
filling-easier = Expliquer les mots difficiles
filling-plainer = Ne plus expliquer les mots
