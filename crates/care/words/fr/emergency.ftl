emergency-link = Ouvrir en urgence le dossier d’un collègue
emergency-title = Ouvrir un dossier en urgence
emergency-lede = Quand une personne suivie par un ou une collègue a besoin d’aide tout de suite, et que personne d’autre ne peut l’ouvrir.
emergency-told = La coordination et la personne qui suit ce dossier en sont prévenues aussitôt, avec votre nom. L’accès se ferme de lui-même après douze heures.
emergency-year-or-phone-hint = L’année de naissance ou le téléphone : l’un des deux suffit.
emergency-year-or-phone = Indiquez l’année de naissance ou le téléphone : un nom seul ne suffit pas.
emergency-reason = Pourquoi maintenant
emergency-reason-hint = Ce qui se passe, en une phrase. La coordination le lira, et la personne pourra le lire aussi.
emergency-reason-needed = Dites pourquoi ce dossier ne peut pas attendre.
emergency-nobody = Aucun dossier ouvert de votre équipe ne correspond, ou plusieurs. Vérifiez le nom et l’autre indication, ou appelez la coordination.
emergency-open = Ouvrir le dossier
emergency-list-link = Ouvertures en urgence
emergency-list-title = Les dossiers ouverts en urgence
emergency-list-lede = Par qui, pourquoi, et jusqu’à quand. Parlez-en avec la personne qui l’a fait : c’est souvent une bonne raison, parfois un manque à combler.
emergency-list-empty = Aucun dossier n’a été ouvert en urgence.
# $name (String) - an account
# $when (String) - a moment
emergency-by = { $name }, le { $when }
# $when (String) - a moment
emergency-ended = fermé le { $when }
emergency-end = Fermer l’accès
emergency-mail-subject = Un dossier a été ouvert en urgence
# $name (String) - an account
# $link (String) - address
emergency-mail-body =
    Bonjour,

    { $name } vient d’ouvrir en urgence un dossier que suit quelqu’un d’autre de votre équipe, et a dit pourquoi. La coordination peut le lire, et fermer cet accès, ici :

    { $link }

    L’équipe Maillage
