menu-day = Ma journée
menu-persons = Personnes
menu-team = Équipe
days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}

# $name (String) - first name
day-title = Bonjour { $name }. { $count ->
    [0] Personne n’attend aujourd’hui.
    [1] Une personne vous attend.
    [2] Deux personnes vous attendent.
    [3] Trois personnes vous attendent.
    [4] Quatre personnes vous attendent.
    [5] Cinq personnes vous attendent.
    [6] Six personnes vous attendent.
    [7] Sept personnes vous attendent.
    [8] Huit personnes vous attendent.
    [9] Neuf personnes vous attendent.
   *[other] { $count } personnes vous attendent.
}
# $what (String) - list
day-list = Aujourd’hui : { $what }.
day-calm = Rien ne presse. C’est le moment de prendre des nouvelles.
day-requests = { $count ->
    [one] une demande à ouvrir
   *[other] { $count } demandes à ouvrir
}
day-calls = { $count ->
    [one] un appel à passer
   *[other] { $count } appels à passer
}
day-meetings = { $count ->
    [one] une première venue
   *[other] { $count } premières venues
}
day-silent = { $count ->
    [one] une organisation à relancer
   *[other] { $count } organisations à relancer
}
# $count (Number) - how many
day-others = { $count ->
    [one] une autre suite à donner
   *[other] { $count } autres suites à donner
}
day-noted = C’est noté.
day-open-requests = { $count ->
    [one] Une demande attend d’être ouverte
   *[other] { $count } demandes attendent d’être ouvertes
}
day-today = Aujourd’hui
day-soon = Bientôt
day-empty = Rien à faire aujourd’hui. Les prochaines tâches apparaîtront d’elles-mêmes.
day-your-thread = Votre fil
day-followed-nobody = Vous n’accompagnez personne pour l’instant.
day-followed = { $followed ->
    [one] Une personne accompagnée
   *[other] { $followed } personnes accompagnées
}. { $took_part ->
    [0] Aucune n’a encore participé trois fois.
    [one] Une a participé au moins trois fois.
   *[other] { $took_part } ont participé au moins trois fois.
}
day-median = { $days ->
    [0] Délai médian avant le premier contact : le jour même.
    [one] Délai médian avant le premier contact : un jour.
   *[other] Délai médian avant le premier contact : { $days } jours.
}

# $day (String) - day
task-call-late = L’appel était prévu avant le { $day }
# $place (String) - resource
# $day (String) - day
task-meeting = Première venue à « { $place } » { $day }
# $place (String) - resource
# $day (String) - day
task-ask-how-it-went = Premier rendez-vous à « { $place } » le { $day } : y est-on allé ?
# $day (String) - day
task-call-first = Nouvelle personne, à appeler avant le { $day }
# $day (String) - day
task-call-back = À rappeler le { $day }
task-write-letter = { $tries } appels sans réponse : une lettre peut partir
task-try-again = { $tries ->
    [one] Un essai sans réponse
   *[other] { $tries } essais sans réponse
}
task-await-letter = Une lettre est partie, sans nouvelles pour l’instant
# $place (String) - resource
task-find-another = « { $place } » n’a pas abouti : proposer autre chose
# $place (String) - resource
# $day (String) - day
task-chase = « { $place } » n’a pas répondu depuis le { $day }
# $place (String) - resource
# $day (String) - day
task-ask-again = Liste d’attente à « { $place } » : redemander depuis le { $day }
# $place (String) - resource
task-introduce = « { $place } » dit oui : préparer la première venue
# $day (String) - a day
task-decide-after-letter = Pas de réponse à la lettre du { $day } : appeler encore une fois, ou terminer
# $day (String) - a day
task-review = Le bilan était prévu le { $day }
# $place (String) - a place
# $day (String) - a day
task-ask-if-they-came = Dernière venue à « { $place } » le { $day } : y va-t-on encore ?
task-assess = On s’est parlé : faire le point ensemble
task-find = Le point est fait : chercher une activité
# $day (String) - day
task-resume = La pause s’est terminée le { $day }

tag-late = en retard
tag-meeting = première venue
tag-how-it-went = prendre des nouvelles
tag-new = à appeler
tag-call-again = à rappeler
tag-letter = lettre
tag-find = proposer autre chose
tag-waiting-list = liste d’attente
tag-silent = sans réponse
tag-accepted = place trouvée
tag-decide = sans nouvelles
tag-review = bilan
tag-assess = à rencontrer
tag-resume = à reprendre

do-prepare = Préparer la venue
do-chase = Appeler l’organisation
do-call = Appeler
do-note-reached = On s’est parlé
do-note-no-answer = Sans réponse
do-note-call-back = À rappeler ce jour-là
do-note-wrong-number = Mauvais numéro
do-write-letter = Écrire une lettre
do-find = Trouver une activité
do-assess = Faire le point
do-plan = Le plan
do-carnet = Le carnet à emporter
do-measure = Les mesures
do-review = Faire le bilan ensemble
do-close = Terminer l’accompagnement
back-to-file = Revenir au dossier

case-awaiting-contact = Premier contact à prendre
case-in-assessment = On fait connaissance
case-active = Accompagnement en cours
# $day (String) - day
case-paused = En pause jusqu’au { $day }
# $outcome (String) - outcome
case-closed = Terminé : { $outcome }
outcome-settled = participe par soi-même
outcome-goals-reached = objectifs atteints
outcome-other-support = d’autres prennent le relais
outcome-unreachable = injoignable
outcome-stopped = a préféré arrêter
outcome-moved = a déménagé
outcome-deceased = décès
outcome-other = autre
how-call = Appel
how-visit = Visite
how-message = Message
how-letter = Lettre

progress-sent = Étape 1 sur 7 : demande envoyée
progress-reached = Étape 2 sur 7 : premier contact
progress-assessed = Étape 3 sur 7 : le point est fait
progress-connected = Étape 4 sur 7 : une place est trouvée
progress-took-part = { $times ->
    [one] A participé une fois
   *[other] A participé { $times } fois
}
mark-sent = Demande envoyée
mark-accepted = Demande acceptée
mark-first-contact = Premier contact
mark-assessed = Le point est fait avec la personne
mark-place-found = Une place est trouvée
mark-took-part-first = Première participation
mark-took-part = { $times ->
    [one] Première participation
   *[other] { $times }e participation
}
mark-settled = Participe par soi-même
mark-closed = Accompagnement terminé

persons-title = { $count ->
    [0] Personne pour l’instant
    [one] Une personne
   *[other] { $count } personnes
}
persons-look = Chercher un nom
persons-search = Chercher
persons-with-closed = Voir aussi les accompagnements terminés
persons-open-only = Seulement les accompagnements en cours
persons-empty = Personne pour l’instant. Une demande acceptée apparaît ici.
# $name (String) - what was looked for
persons-nobody-named = Aucun nom ne contient « { $name } ».
# $name (String) - link worker
followed-by = avec { $name }
# $name (String) - link worker
followed-by-mme = suivie par { $name }
# $name (String) - link worker
followed-by-m = suivi par { $name }
followed-by-nobody = sans agent de liaison
# $name (String) - prescriber
prescribed-by = demande de : { $name }
# $name (String) - prescriber
prescribed-by-mme = orientée par { $name }
# $name (String) - prescriber
prescribed-by-m = orienté par { $name }

file-title = Dossier
file-reach = Joindre
file-attempt-more = Rappel promis, mauvais numéro, ou un mot à garder
file-attempt-note = Un mot sur cet appel
file-call-on = Rappeler le
file-call-on-odd = Choisissez le jour du rappel : aujourd’hui ou un jour à venir.
file-give-nobody = Il n’y a pas d’autre agent de liaison dans cette équipe. L’administration peut en inviter.
file-reread = Relire
file-together = Avancer ensemble
file-ties = Les mises en lien
file-ties-empty = Aucune pour l’instant. Cherchez avec la personne ce qui lui plairait.
file-story = Le fil
file-person = La personne
file-origin = Origine
file-who = Qui accompagne
file-give-to = Confier à
file-give = Confier
file-pause = Pause et fin
file-pause-until = Mettre en pause jusqu’au
file-pause-odd = Choisissez un jour à venir.
file-pause-do = Mettre en pause
file-resume = Reprendre l’accompagnement

event-opened = Demande acceptée
# $who (String) - colleague
event-assigned = Confié à { $who }
event-reached = Premier contact
event-assessed = Le point est fait
event-planned = Plan écrit ensemble
# $place (String) - resource
event-proposed = « { $place } » proposé
# $place (String) - resource
event-asked = Place demandée à « { $place } »
# $place (String) - resource
event-accepted = « { $place } » dit oui
# $place (String) - resource
event-declined = « { $place } » dit non
# $place (String) - resource
event-waitlisted = Liste d’attente à « { $place } »
# $place (String) - resource
event-reminded = « { $place } » relancé
# $place (String) - resource
event-expired = « { $place } » n’a pas répondu en trente jours
# $place (String) - resource
event-introduced = Première venue préparée à « { $place } »
# $place (String) - resource
event-attended = A participé à « { $place } »
# $place (String) - resource
event-settled = Participe par soi-même à « { $place } »
# $place (String) - resource
event-dropped = « { $place } » n’a pas abouti
# $day (String) - day
event-paused = En pause jusqu’au { $day }
event-resumed = Accompagnement repris
event-reviewed = Bilan fait ensemble
event-closed = Accompagnement terminé
attempt-reached = Appel : on s’est parlé
attempt-no-answer = Appel sans réponse
attempt-call-back = Appel : à rappeler
attempt-wrong-number = Mauvais numéro
attempt-sent = Lettre envoyée

letter-title = Une lettre, puisque le téléphone ne répond pas
letter-lede = Imprimez-la, postez-la, puis notez-le : la personne reste dans votre liste.
letter-discreet = Discrétion demandée : postez cette lettre dans une enveloppe sans nom ni tampon d’équipe, ou ne l’envoyez pas.
letter-no-address = Adresse inconnue : à compléter avant d’imprimer
letter-posted = La lettre est postée
letter-file = Lettre
letter-hello = Madame, Monsieur,
letter-hello-mme = Madame,
letter-hello-m = Monsieur,
# $name (String) - prescriber
letter-from-prescriber = { $name }, que vous connaissez, m’a demandé de prendre contact avec vous.
letter-from-person = Vous nous avez demandé de vous appeler.
letter-from-third-party = Quelqu’un qui tient à vous nous a demandé de prendre de vos nouvelles, avec votre accord.
letter-from-paper = Une demande écrite à votre nom nous est parvenue, pour que nous prenions contact avec vous.
letter-tried = J’ai essayé de vous appeler, sans réussir à vous joindre.
letter-without-phone = Je n’ai pas de numéro où vous appeler.
# $phone (String) - number
letter-call = Vous pouvez m’appeler au { $phone }, quand vous voulez. Nous pourrons parler de ce qui vous ferait plaisir, et chercher ensemble près de chez vous.
letter-free = C’est gratuit, et vous êtes libre de ne pas répondre. Sans nouvelles de vous, je n’insisterai pas.

team-title = L’équipe
team-worker = Agent de liaison
team-open = En cours
team-waiting = Attendent le premier contact
team-late = En retard
team-took-part = Ont participé trois fois
team-median = Délai médian du premier contact
team-nobody = Sans agent de liaison
team-nobody-empty = Chaque personne a son agent de liaison.
team-stuck = Qui attend trop longtemps
team-stuck-empty = Personne n’attend trop longtemps.

calls-link = Les appels du jour, à imprimer
calls-title = Les appels du jour
calls-lede = Une feuille à emporter pour téléphoner loin d’un écran, avec de la place pour noter. Elle nomme des personnes : ne la laissez pas traîner, et détruisez-la une fois saisie.
calls-none = Personne à appeler aujourd’hui.
calls-no-phone = Pas de téléphone connu
calls-foot = À saisir ensuite dans « Ma journée », puis à détruire.
# $count (Number)
# $study (String) - its name
day-study = { $count ->
    [one] Étude « { $study } » : une personne à interroger
   *[other] Étude « { $study } » : { NUMBER($count) } personnes à interroger
}
