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
indicator-for-team = Ce sont les chiffres exacts de votre travail, pour l’équipe seulement. Ce qui peut être montré à d’autres est dans les rapports de chaque trimestre :
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
indicator-settled = Participent par elles-mêmes
indicator-closed = Accompagnements terminés
indicator-open = Accompagnements en cours

indicator-waits = Délais
indicator-wait-contact = De la demande au premier contact
indicator-wait-participation = De la demande à la première participation
indicator-wait = la moitié des personnes ont attendu { $median ->
    [0] moins d’un jour
    [one] au plus un jour
   *[other] au plus { $median } jours
}, neuf sur dix { $nine ->
    [0] moins d’un jour
    [one] au plus un jour
   *[other] au plus { $nine } jours
}.
# $label (String) - from when to when
# $wait (String) - how long
indicator-wait-said = { $label } : { $wait }
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
# $p (String) - a probability, with its sign
indicator-change-test-p = p { $p }
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
indicator-def-referred = Demandes envoyées pendant la période, d’où qu’elles viennent et quoi qu’elles soient devenues. Les étapes suivantes sont comptées parmi elles, jusqu’au dernier jour où on les a suivies ; une étape franchie suppose les précédentes.
indicator-def-accompanied = Demandes acceptées par l’équipe.
indicator-def-reached = La personne a répondu au moins une fois.
indicator-def-assessed = Le point fait avec la personne a été noté.
indicator-def-connected = Une organisation au moins a dit oui.
indicator-def-once = Au moins une venue notée, dans un lieu ou plusieurs.
indicator-def-three-times = Au moins trois venues notées, dans un lieu ou plusieurs.
indicator-def-six-times = Au moins six venues notées, dans un lieu ou plusieurs.
indicator-def-settled = La personne participe par elle-même à une activité, ou son accompagnement s’est terminé ainsi. Il n’y faut pas six venues : ce nombre ne suit pas l’ordre des étapes.
indicator-def-closed = Accompagnements terminés au dernier jour suivi, chacun avec une issue.
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
indicator-lost-caption = La part des mises en lien restées sans suite, par raison.
indicator-answers = Réponses des organisations
# $count (Number)
# $median (Number)
# $nine (Number)
indicator-answered = { $count ->
    [one] Une réponse
   *[other] { NUMBER($count) } réponses
} : la moitié sont arrivées { $median ->
    [0] le jour même
    [one] au plus un jour après
   *[other] au plus { NUMBER($median) } jours après
}, neuf sur dix { $nine ->
    [0] le jour même
    [one] au plus un jour après
   *[other] au plus { NUMBER($nine) } jours après
}.
indicator-answers-caption = La part des réponses, par nombre de jours.
indicator-def-answers = Jours entre la demande de place et la réponse, oui ou non, parmi les organisations qui ont répondu. Ce sont des réponses, non des personnes. Celles qui n’ont rien dit au bout de trente jours sont comptées parmi les mises en lien sans suite.
indicator-groups = Pour tout le monde ?
indicator-groups-text = Les mêmes étapes pour différents groupes, toujours à côté de l’ensemble. Un écart ne dit pas sa cause : il invite à regarder.
indicator-def-groups = Les personnes de la même période, regroupées par ce que l’on sait d’elles au premier contact ou au point fait ensemble. L’âge est celui de l’année de la demande. Les parts sont celles des demandes du groupe ; celle des personnes qui vont mieux est dite de celles du groupe mesurées deux fois, dont le nombre suit. Le délai est celui du premier contact. Un petit groupe varie beaucoup par hasard.
indicator-group = Groupe
indicator-group-all = Ensemble
indicator-group-others = Autres et non renseigné
indicator-group-unknown = Non renseigné
# $count (Number)
# $share (String) - share
indicator-group-count = { NUMBER($count) } · { $share }
indicator-group-wait = Délai médian
indicator-group-too-few = trop peu
# $days (Number)
indicator-group-days = { $days ->
    [one] { NUMBER($days) } jour
   *[other] { NUMBER($days) } jours
}
# $share (String) - share
# $twice (Number)
indicator-group-share = { $share } de { NUMBER($twice) }
indicator-by-civility = Comment on s’adresse à la personne
indicator-by-age = Âge
indicator-by-source = D’où vient la demande
indicator-by-commune = Commune
indicator-by-priority-area = Habite un quartier prioritaire (QPV)
indicator-by-digital-ease = Aise avec internet
indicator-group-women = Madame
indicator-group-men = Monsieur
indicator-group-under-30 = moins de 30 ans
indicator-group-to-59 = de 30 à 59 ans
indicator-group-to-74 = de 60 à 74 ans
indicator-group-from-75 = 75 ans et plus
indicator-limits = Ce que ces chiffres ne disent pas
indicator-limit-cause = Si l’accompagnement est la cause d’un changement : personne n’est suivi ici sans être accompagné, il manque à qui se comparer.
indicator-limit-unseen = Qui n’est jamais arrivé jusqu’ici : les personnes isolées que personne n’adresse ne sont dans aucun de ces nombres.
indicator-limit-noted = Ce que personne n’a noté : une venue dont on n’a rien su n’est pas comptée.
indicator-limit-gone = Les personnes dont les données ont été effacées ou gelées avant le comptage.
# $group (String) - a group of persons
# $step (String) - what is counted of it
indicator-csv-group = { $group } : { $step }
indicator-parts = Le détail
indicator-contents = Sur cette page
indicator-change-kept-back = Des questionnaires ont été remplis. Leur résultat n’est pas montré : il désignerait trop peu de personnes.
