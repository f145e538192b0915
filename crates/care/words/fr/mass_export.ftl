mass-title = Emporter les dossiers de l’équipe
mass-lede = Une copie de tous les dossiers à la fois, pour changer de logiciel ou quand la loi le demande. Il faut être deux : une personne de la coordination la demande, une autre l’accorde.
mass-back-to-data = Retour aux données
mass-only-coordinators = Seule la coordination, qui ouvre ces dossiers, peut les demander. Vous pouvez accorder ou refuser une demande.
mass-team = Équipe
mass-reason = Pourquoi emporter ces dossiers
mass-reason-hint = À qui ils iront et pour quoi faire, en une ou deux phrases. La personne qui décide le lira.
mass-reason-needed = Dites pourquoi ces dossiers doivent être emportés.
mass-nobody-else = Il faut une deuxième personne, de la coordination ou de l’administration de cette équipe, et il n’y en a pas. Faites-en inviter une sur la page Comptes.
mass-ask = Demander une copie
mass-requests = Les demandes
mass-empty = Personne n’a demandé à emporter les dossiers.
# $name (String) - an account
# $when (String) - a moment
mass-by = Demandé par { $name }, le { $when }
mass-waits = Attend la décision d’une autre personne, sept jours au plus.
# $name (String) - an account
# $until (String) - a moment
mass-granted = Accordé par { $name }. La copie peut être prise jusqu’au { $until }.
# $name (String) - an account
mass-refused = Refusé par { $name }.
mass-lapsed = Le délai est passé : il faut une nouvelle demande.
# $persons (Number) - how many
# $when (String) - a moment
# $name (String) - an account
mass-taken = { $persons ->
    [one] La copie d’une personne a été prise le { $when }, accordée par { $name }.
   *[other] Les copies de { NUMBER($persons) } personnes ont été prises le { $when }, accordées par { $name }.
}
mass-decide = Décider
mass-take = Prendre la copie (fichier JSON)
mass-back = Retour aux demandes
mass-decide-title = Laisser emporter les dossiers ?
# $persons (Number) - how many
mass-decide-lede = { $persons ->
    [one] Tout ce qui est gardé d’une personne quittera ce logiciel, en un fichier que chacun peut lire.
   *[other] Tout ce qui est gardé de { NUMBER($persons) } personnes quittera ce logiciel, en un fichier que chacun peut lire.
}
mass-decide-think = Avez-vous parlé avec la personne qui demande ? Le fichier sera-t-il gardé en lieu sûr, puis effacé ? Les données gelées n’en font pas partie. Chaque personne copiée est notée dans le journal.
mass-grant = Accorder
mass-refuse = Refuser
mass-own = Il faut une deuxième personne : vous ne pouvez pas décider de votre propre demande.
mass-not-asked-any-more = Cette demande a déjà reçu une réponse, ou son délai est passé.
mass-asked-subject = Une demande attend votre décision
# $link (String) - address
mass-asked-body =
    Bonjour,

    Une personne de la coordination demande à emporter une copie de tous les dossiers de votre équipe. Il faut une deuxième personne pour l’accorder ou la refuser : ce peut être vous. Parlez-en avec elle, puis décidez ici, dans les sept jours :

    { $link }

    L’équipe Maillage
mass-decided-subject = Une décision sur votre demande
# $link (String) - address
mass-granted-body =
    Bonjour,

    Votre demande d’emporter les dossiers de l’équipe est accordée. Prenez la copie dans les deux jours, ici :

    { $link }

    L’équipe Maillage
# $link (String) - address
mass-refused-body =
    Bonjour,

    Votre demande d’emporter les dossiers de l’équipe est refusée. Parlez-en avec la personne qui a décidé. Toutes les demandes sont ici :

    { $link }

    L’équipe Maillage
