cost-time = Temps passé
cost-time-lede = Le temps que vous passez pour cette personne, avec elle ou sans elle. Il sert à dire ce que coûte un accompagnement, jamais à comparer des collègues.
# $time (String) - hours and minutes
cost-sum = { $time } en tout, d’après ce qui est noté.
cost-none = Aucun temps n’est noté pour l’instant.
cost-log-more = Noter du temps passé
cost-minutes = Combien de temps
# $minutes (String) - a number
cost-minutes-value = { $minutes } min
cost-other-minutes = Une autre durée
cost-other-minutes-hint = En minutes, ou comme « 1 h 20 ».
cost-minutes-needed = Choisissez une durée, ou écrivez-la.
cost-minutes-odd = Écrivez une durée d’une minute à 24 heures : comme « 20 » ou « 1 h 20 ».
cost-on = Pour quoi
cost-on-needed = Choisissez pour quoi ce temps a été passé.
cost-on-call = Appel
cost-on-meeting = Rencontre ou visite
cost-on-going-along = Aller avec la personne
cost-on-coordination = Chercher un lieu, se coordonner
cost-on-writing = Écrire
cost-on-other = Autre
cost-day = Le jour
cost-day-odd = Écrivez un jour, comme 24/03/2026.
cost-day-to-come = Ce jour n’est pas encore venu. Notez le temps une fois passé.
# $day (String)
cost-day-before = L’accompagnement a commencé le { $day } : choisissez ce jour ou un jour plus récent.
# $day (String)
cost-day-after = L’accompagnement s’est terminé le { $day } : choisissez ce jour ou un jour d’avant.
cost-log = Noter ce temps
cost-saved = C’est noté.
cost-lines = Ce qui est noté
cost-lines-link = Voir chaque temps noté
cost-take-away = Retirer

cost-visits-link = Consultations avant et après
cost-visits-title = Consultations chez le médecin généraliste
cost-visits-lede = Combien de fois la personne a vu un médecin généraliste dans les six mois avant la demande, et dans les six mois après. Laissez vide ce que personne ne sait : zéro veut dire aucune consultation.
cost-visits-before = Avant la demande
cost-visits-after = Après la demande
# $days (String) - from a day to a day
cost-visits-count = Nombre de consultations { $days }
cost-visits-odd = Écrivez un nombre entier de consultations, de 0 à 184.
# $day (String)
cost-visits-wait = Les six mois d’après vont jusqu’au { $day } inclus. Ce nombre se note une fois ce jour passé : avant, il serait trop petit.
cost-visits-why = Le jour de la demande n’est compté d’aucun côté : c’est souvent celui de la consultation qui l’a prescrite. Les deux périodes ont la même longueur, et ne dépendent pas de la durée de l’accompagnement.
# $first (String) - a day
# $last (String) - a day
cost-window = du { $first } au { $last }
cost-told-by-before = D’où vient le nombre d’avant
cost-told-by-after = D’où vient le nombre d’après
cost-told-by-needed = Dites d’où vient ce nombre.
cost-told-by-person = Dit par la personne
cost-told-by-care-team = Lu par l’équipe de soins dans son dossier
cost-told-by-file = Tiré d’un fichier
# $count (Number)
# $source (String)
cost-visits-said = { NUMBER($count) } · { $source }
cost-save = Enregistrer

cost-link = Coûts
cost-team = Équipe
cost-further = Et aussi
cost-figures-link = Ce que coûte un accompagnement
cost-rates-title = Ce que coûte une heure
cost-rates-lede = Ce logiciel n’invente aucun montant. Tant que votre équipe n’en écrit pas, les chiffres disent des heures, sans euros.
cost-rates-said = Les montants de l’équipe
cost-rates-none = Aucun montant n’est écrit. Le premier peut valoir depuis un jour passé.
cost-rates-current = En ce moment
cost-rates-corrected = Corrigé depuis
# $day (String)
cost-rates-since = À partir du { $day }
# $hour (String) - money
cost-rates-amount = { $hour } l’heure
# $hour (String) - money
# $other (String) - money
cost-rates-amounts = { $hour } l’heure, et { $other } de plus par accompagnement
# $name (String)
# $day (String)
cost-rates-by = écrit par { $name } le { $day }
cost-rates-new = Écrire un montant
cost-rates-hour = Une heure d’agent de liaison, en euros
cost-rates-hour-hint = Tout compris, par exemple salaire, cotisations et locaux. Comme 32,50.
cost-rates-hour-odd = Écrivez un montant en euros, plus grand que zéro, comme 32,50.
cost-rates-other = Autres frais par accompagnement, en euros
cost-rates-other-hint = Facultatif : déplacements, places offertes… en moyenne pour un accompagnement.
cost-rates-other-odd = Écrivez un montant en euros, comme 15 ou 15,20, ou laissez vide.
cost-rates-from = À partir du
cost-rates-from-hint = Les jours d’avant gardent leur montant. Pour corriger un montant, reprenez le jour où il commence.
cost-rates-past = Des jours déjà passés changeraient de montant. Choisissez aujourd’hui ou un jour à venir ; pour corriger un montant, reprenez exactement le jour où il commence.
cost-rates-origin = D’où viennent ces chiffres
cost-rates-origin-hint = Par exemple : « Compte de résultat 2025, divisé par 1 540 heures travaillées ».
cost-rates-origin-needed = Dites d’où viennent ces chiffres : sans cela, personne ne peut les vérifier.
cost-rates-add = Ajouter ce montant

cost-bring-title = Apporter des consultations
cost-bring-lede = Un fichier CSV, avec une ligne par accompagnement et sans aucun nom. Rien n’est gardé avant que vous l’ayez relu.
cost-columns-title = Les colonnes du fichier
cost-columns-text = La première ligne nomme les colonnes. Le fichier modèle les contient, avec les accompagnements terminés de l’équipe et les jours à compter pour chacun. Une case vide ne change rien.
cost-column-case = L’adresse du dossier de la personne, ou l’identifiant qui la termine.
cost-column-case-short = Accompagnement
cost-column-before = Consultations chez un médecin généraliste dans les six mois avant la demande.
cost-column-after = Les mêmes dans les six mois après, une fois ces six mois passés.
cost-pattern = Télécharger le modèle à remplir
cost-bring-filled = Le fichier rempli
cost-bring-file = Fichier
cost-bring-hint = CSV en UTF-8, de 2 000 lignes au plus.
cost-bring-look = Relire avant de garder
cost-file-no-text = Ce fichier n’est pas un texte en UTF-8. Dans votre tableur, choisissez « CSV UTF-8 ».
# $column (String) - its name
cost-file-no-column = La première ligne ne nomme pas la colonne « { $column } ».
# $most (Number)
cost-file-too-many = Il y a plus de { NUMBER($most) } lignes. Coupez le fichier en deux.
cost-file-empty = Choisissez un fichier qui n’est pas vide.
cost-file-nothing-new = Ce fichier n’apporte rien de nouveau.
# $count (Number)
cost-file-bad = { $count ->
    [one] Une ligne ne peut pas être gardée. Rien n’a été changé.
   *[other] { NUMBER($count) } lignes ne peuvent pas être gardées. Rien n’a été changé.
}
cost-bad-title = Les lignes à corriger
cost-bad-text = Corrigez-les dans votre fichier, puis apportez-le à nouveau.
# $number (Number) - from one
# $wrong (String) - a sentence
cost-line = Ligne { NUMBER($number) } : { $wrong }
# $typed (String)
cost-line-unknown = aucun accompagnement de cette équipe n’est « { $typed } ».
# $typed (String)
# $column (String)
cost-line-number = « { $typed } » n’est pas un nombre de consultations, de 0 à 184 (colonne « { $column } »).
cost-line-twice = cet accompagnement est déjà sur une autre ligne.
# $day (String)
cost-line-too-early = les six mois d’après vont jusqu’au { $day }. Laissez cette case vide pour l’instant.
cost-keep-title = Relire avant de garder
# $count (Number)
cost-keep-lede = { $count ->
    [one] Un accompagnement serait noté ainsi. Rien n’est encore gardé.
   *[other] { NUMBER($count) } accompagnements seraient notés ainsi. Rien n’est encore gardé.
}
# $count (Number)
cost-keep-nothing-new = { $count ->
    [one] Une autre ligne ne dit rien de nouveau.
   *[other] { NUMBER($count) } autres lignes ne disent rien de nouveau.
}
# $count (Number)
# $before (Number)
cost-keep-instead = { NUMBER($count) } au lieu de { NUMBER($before) }
cost-keep = Garder ces nombres
cost-keep-not = Ne rien garder
# $count (Number)
cost-kept = { $count ->
    [one] Les consultations d’un accompagnement sont gardées.
   *[other] Les consultations de { NUMBER($count) } accompagnements sont gardées.
}
