indicator-menu = Chiffres
indicator-title = Chiffres
# $from (String) - day
# $to (String) - day
indicator-period = du { $from } au { $to }
indicator-problem = Cette période ne se comprend pas. Rien n’a été perdu.
indicator-wrong-day = Cette date n’existe pas. Écrivez par exemple 31/03/2026.
indicator-upside-down = Le dernier jour vient avant le premier.
indicator-team = Équipe
indicator-all-teams = Toutes mes équipes
indicator-from = Du
indicator-to = Au
indicator-see = Voir les chiffres
indicator-presets = En un clic :
indicator-last-months = { $months ->
    [3] trois derniers mois
    [6] six derniers mois
    [12] douze derniers mois
   *[other] { $months } derniers mois
}
indicator-for-team = Ce sont les chiffres exacts de votre travail, pour l’équipe seulement. Pour les montrer à d’autres, prenez le tableau à publier, en bas de page.
indicator-for-others = Version à publier : sous onze personnes, un nombre n’est pas montré, ni ceux qui permettraient de le retrouver.
indicator-empty = Rien pour cette période
indicator-empty-text = Aucune consultation ni aucune demande entre ces deux jours. Choisissez une autre période.
indicator-none = Personne pour l’instant.
indicator-hidden = non publié
# $n (Number)
indicator-percent = { NUMBER($n) } %
indicator-persons = Personnes

indicator-path = De la demande à la participation
indicator-path-caption = De la demande à la participation (part des demandes)
indicator-standing-caption = Où en sont les accompagnements (part des accompagnements)
indicator-not-accompanied-caption = Demandes sans accompagnement (part des demandes)
indicator-cohort = Les demandes envoyées pendant la période, et ce qu’elles sont devenues jusqu’à aujourd’hui.
indicator-caption = La longueur de chaque barre est la part des demandes reçues.
indicator-as-table = Les mêmes chiffres en tableau
indicator-screened = Consultations et repérages
indicator-step-referred = Demandes reçues
indicator-step-accompanied = Accompagnements ouverts
indicator-step-reached = Premier contact établi
indicator-step-assessed = Point fait ensemble
indicator-step-connected = Mise en lien acceptée
indicator-step-once = A participé une fois
indicator-step-three-times = A participé trois fois
indicator-step-six-times = A participé six fois
indicator-standing = Où en sont les accompagnements
indicator-settled = Participent par elles-mêmes aujourd’hui
indicator-closed = Accompagnements terminés
indicator-open = Accompagnements en cours

indicator-waits = Délais
indicator-wait-contact = De la demande au premier contact :
indicator-wait-participation = De la demande à la première participation :
indicator-wait = la moitié des personnes ont attendu { $median ->
    [0] moins d’un jour
    [one] au plus un jour
   *[other] au plus { $median } jours
}, neuf sur dix { $nine ->
    [0] moins d’un jour
    [one] au plus un jour
   *[other] au plus { $nine } jours
}.
indicator-wait-too-few = moins de 11 personnes, trop peu pour un délai.

indicator-sources = Qui demande
indicator-source-prescriber = Un professionnel de santé
indicator-source-person = La personne elle-même
indicator-source-third-party = Un proche ou un tiers
indicator-source-paper = Une feuille remplie à la main
indicator-leaks = Où le fil se rompt
indicator-not-accompanied = Demandes sans accompagnement
indicator-declined = Demandes déclinées
indicator-withdrawn = Demandes retirées par la personne
indicator-waiting = Demandes en attente de réponse
indicator-decline-reasons = Raisons des demandes déclinées
indicator-lost = Mises en lien sans suite
# $reason (String) - reason
indicator-lost-declined = Déclinée par l’organisation, « { $reason } »
indicator-lost-expired = Sans réponse de l’organisation après trente jours
# $reason (String) - reason
indicator-lost-dropped = Abandonnée, « { $reason } »
indicator-outcomes = Comment les accompagnements se terminent

indicator-changes = Ce qui a changé pour les personnes
indicator-no-change = Aucun questionnaire rempli pour les accompagnements de cette période.
indicator-change-enrolled = Personnes accompagnées
indicator-change-twice = Mesurées au début et au bilan
indicator-change-lost = Sans deuxième mesure
# $count (String) - count
# $share (String) - share
indicator-change-lost-share = { $count } ({ $share } des personnes accompagnées)
# $verdict (String) - verdict
# $share (String) - share
# $twice (Number)
# $low (String) - share
# $high (String) - share
indicator-change-headline = { $verdict } : { $share } des { $twice } personnes mesurées deux fois (intervalle de confiance : de { $low } à { $high }).
indicator-change-mean = Changement moyen, en points
# $mean (String) - points
# $low (String) - points
# $high (String) - points
indicator-change-mean-value = { $mean } (intervalle de confiance : de { $low } à { $high })
indicator-change-size = Ampleur du mieux, rapportée à sa dispersion
indicator-change-test = Le seul hasard (test de Wilcoxon)
# $p (String) - a probability, with its sign
# $pairs (Number)
indicator-change-test-value = p { $p }, sur { $pairs ->
    [one] une personne qui a bougé
   *[other] { $pairs } personnes qui ont bougé
}
indicator-change-if-unchanged = Si les personnes sans deuxième mesure étaient comme avant
indicator-change-if-worse = Si elles allaient moins bien
# $better (String) - share
# $worse (String) - share
indicator-change-better-and-worse = { $better } vont mieux, { $worse } moins bien
indicator-change-too-few = Trop peu de personnes pour montrer une part.

indicator-load = Charge aujourd’hui
indicator-load-who = Agent de liaison
indicator-load-waiting = Dont premier contact à prendre
indicator-load-nobody = Personne encore

indicator-how = Comment c’est compté
indicator-def-screened = Consultations avec un professionnel, repérages gardés avec une demande et feuilles saisies, au jour où l’on a répondu. Ce qui est mesuré pendant un accompagnement n’est pas compté. Toutes ne mènent pas à une demande.
indicator-def-referred = Demandes envoyées pendant la période, d’où qu’elles viennent et quoi qu’elles soient devenues. Les étapes suivantes sont comptées parmi elles, jusqu’à aujourd’hui ; une étape franchie suppose les précédentes.
indicator-def-accompanied = Demandes acceptées par l’équipe.
indicator-def-reached = La personne a répondu au moins une fois.
indicator-def-assessed = Le point fait avec la personne a été noté.
indicator-def-connected = Une organisation au moins a dit oui.
indicator-def-once = Au moins une venue notée, dans un lieu ou plusieurs.
indicator-def-three-times = Au moins trois venues notées, dans un lieu ou plusieurs.
indicator-def-six-times = Au moins six venues notées, dans un lieu ou plusieurs.
indicator-def-settled = La personne participe par elle-même à une activité, ou son accompagnement s’est terminé ainsi. Il n’y faut pas six venues : ce nombre ne suit pas l’ordre des étapes.
indicator-def-closed = Accompagnements terminés à ce jour, chacun avec une issue.
indicator-def-open = Accompagnements qui ne sont pas terminés, ceux en pause compris.
indicator-def-waits = Jours entiers depuis l’envoi de la demande, parmi les personnes qui ont franchi l’étape. Celles qui attendent encore ne sont pas comptées. « La moitié » est la médiane, « neuf sur dix » le neuvième décile : toujours le délai qu’une personne a connu.
indicator-def-declined = L’équipe a dit non, avec une raison.
indicator-def-withdrawn = La personne a préféré ne pas être accompagnée.
indicator-def-waiting = Personne n’a encore accepté ni décliné.
indicator-def-source = Qui a envoyé la demande.
indicator-def-lost = Des mises en lien, non des personnes : une personne peut en avoir plusieurs.
indicator-def-load = Accompagnements en cours aujourd’hui, quelle que soit la période choisie.
indicator-def-change = Première mesure et dernier bilan de chaque accompagnement, pour un même questionnaire dans une même version. Les objectifs que chacun formule à sa façon ne sont pas additionnés.
indicator-def-mean = Moyenne des écarts entre dernière et première mesure, chez les personnes mesurées deux fois. L’intervalle dit où elle pourrait se trouver chez d’autres personnes semblables.
indicator-def-size = Changement moyen divisé par sa dispersion, positif quand les personnes vont mieux. Autour de 0,2 on parle d’un petit changement, de 0,5 d’un moyen, de 0,8 d’un grand : c’est une convention (Cohen, 1988).
indicator-def-missing = Personne ne sait comment vont celles qui n’ont pas été mesurées à nouveau. Deux hypothèses encadrent donc le résultat : toutes comme avant, ou toutes moins bien.

indicator-csv-section = Rubrique
indicator-csv-label = Intitulé
indicator-csv-value = Nombre
indicator-csv-share = Part
indicator-download = Prendre le tableau à publier (CSV)
indicator-download-text = Ce tableau ne contient aucune personne, et aucun nombre de moins de 11 personnes. Ne publiez pas deux tableaux de périodes qui se chevauchent : leur différence pourrait désigner quelqu’un.
indicator-print = Imprimer
indicator-beside = Comparer avec
indicator-beside-nothing = aucune autre période
indicator-beside-before = la période d’avant, aussi longue
indicator-beside-year = les mêmes jours, un an plus tôt
indicator-beside-title = Deux périodes côte à côte
indicator-beside-text = Chaque demande est suivie jusqu’à aujourd’hui : celles de la période la plus ancienne ont eu plus de temps pour aboutir. Une différence ne dit pas sa cause.
indicator-wait-up-to = { $days } jours ou moins
indicator-wait-between = de { $first } à { $last } jours
indicator-wait-longer = plus de { $days } jours
indicator-wait-caption = la part des personnes, par nombre de jours d’attente.
