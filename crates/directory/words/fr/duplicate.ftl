duplicate-see-reports = Voir les erreurs signalées
duplicate-title = Doublons de l’annuaire
duplicate-lede = Deux fiches décrivent parfois la même organisation, ou la même activité. Comparez-les, puis dites si c’est la même : rien n’est effacé, et tout peut être défait.
duplicate-kind = Fiches
duplicate-organizations = Organisations
duplicate-resources = Activités
duplicate-state = Lesquelles
duplicate-state-proposed = À comparer
duplicate-state-same = Réunies
duplicate-state-different = Jugées différentes
duplicate-departement = Département
duplicate-everywhere = Tous
duplicate-show = Afficher
duplicate-empty = Aucune paire à comparer ici. De nouvelles apparaissent après un import.
duplicate-nothing-decided = Rien n’a encore été décidé ici.
# $n (Number)
duplicate-total = { $n ->
        [one] { NUMBER($n) } paire
       *[other] { NUMBER($n) } paires
    }
duplicate-compare = Comparer
# $score (Number) - 0 to 100
duplicate-very-likely = Très probable ({ NUMBER($score) } sur 100)
# $score (Number) - 0 to 100
duplicate-likely = Probable ({ NUMBER($score) } sur 100)
# $score (Number) - 0 to 100
duplicate-doubtful = Peu probable ({ NUMBER($score) } sur 100)
# $name (String) - of the entry that is shown
# $by (String) - a name
# $at (String) - in words
duplicate-was-merged = C’est la même organisation, montrée sous « { $name } » ({ $by }, { $at }).
# $by (String) - a name
# $at (String) - in words
duplicate-was-told-apart = Ce sont deux organisations ({ $by }, { $at }).
# $name (String) - of the entry that is shown
# $by (String) - a name
# $at (String) - in words
duplicate-was-merged-resource = C’est la même activité, montrée sous « { $name } » ({ $by }, { $at }).
# $by (String) - a name
# $at (String) - in words
duplicate-was-told-apart-resource = Ce sont deux activités ({ $by }, { $at }).
duplicate-see-or-undo = Revoir ou défaire
duplicate-question = Est-ce la même organisation ?
duplicate-question-resource = Est-ce la même activité ?
duplicate-both = Les deux fiches, ligne à ligne
duplicate-what = Information
# $number (Number) - 1 or 2
duplicate-entry = Fiche { NUMBER($number) }
duplicate-difference = Comparaison
duplicate-differs = différent
duplicate-alike = pareil
duplicate-not-said = non renseigné
duplicate-name = Nom
duplicate-description = Présentation
duplicate-offered-by = Proposée par
duplicate-themes = Sujets
duplicate-source = Origine
duplicate-for = Ce qui les rapproche
duplicate-against = Ce qui les sépare
duplicate-nothing = Rien.
duplicate-settled = L’une de ces deux fiches est déjà réunie à une autre, ou n’est plus dans sa source : il n’y a rien à décider.
duplicate-decide = Votre réponse
duplicate-which-stays = Si c’est la même, quelle fiche reste ?
duplicate-which-stays-hint = L’autre n’est plus montrée seule : ce qu’elle propose apparaît sous celle qui reste.
duplicate-which-stays-hint-resource = L’autre n’est plus montrée : qui l’ouvre lit celle qui reste. Rien n’est effacé.
duplicate-same = C’est la même
duplicate-two-hint = Si ce sont deux organisations, nous ne poserons plus la question, sauf si leurs fiches changent beaucoup.
duplicate-two-hint-resource = Si ce sont deux activités, nous ne poserons plus la question, sauf si leurs fiches changent beaucoup.
duplicate-two = Ce sont deux
duplicate-undo = Défaire
