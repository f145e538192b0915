menu-reports = Annuaire
report-see-duplicates = Voir les doublons entre les sources
report-title = Signaler une erreur
report-what = Qu’est-ce qui ne va pas ?
report-wrong-gone = Cela n’existe plus
report-wrong-hours = Les jours ou les horaires
report-wrong-contact = Le téléphone, le courriel ou le lien
report-wrong-place = L’adresse ou l’accès
report-wrong-other = Autre chose
report-text = Ce qu’il faudrait lire
report-text-hint = Facultatif. Ne donnez pas d’information sur une personne.
report-contact = Pour vous répondre
report-contact-hint = Facultatif : un téléphone ou un courriel, effacé dès que c’est réglé.
report-send = Envoyer
report-thanks = Merci. L’équipe du territoire va vérifier.
report-choose = Choisissez ce qui ne va pas.
report-too-long = C’est trop long : quelques lignes suffisent.
report-list = Erreurs signalées
report-list-lede = Ce que des visiteurs disent faux dans l’annuaire, le plus ancien d’abord, et ce que personne n’a encore vu avant le reste. Appelez, corrigez à la source, puis dites ce qu’il en est.
report-empty = Rien n’attend de réponse.
# $n (Number)
report-total = { $n ->
        [one] { NUMBER($n) } signalement attend.
       *[other] { NUMBER($n) } signalements attendent.
    }
report-seen = Vu, en cours
report-answer-seen = Vu
report-answer-corrected = Corrigé
report-answer-unfounded = Rien à corriger
