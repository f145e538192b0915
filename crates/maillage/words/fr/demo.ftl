demo-menu = Démonstration
demo-time-title = Laisser passer le temps
# $day (String) - a day in words
demo-time-now = Nous sommes le { $day }.
demo-time-lede = Dans cette démonstration, le temps passe quand vous le décidez. Les rappels et les échéances des jours écoulés se font aussitôt.
demo-time-pass = Laisser passer…
demo-time-days = { $days ->
    [one] Un jour
   *[other] { $days } jours
}
demo-time-passed = { $days ->
    [0] Moins d’un jour a passé.
    [one] Un jour a passé.
   *[other] { $days } jours ont passé.
}
demo-time-jobs = { $count ->
    [0] Rien n’était prévu pendant ce temps.
    [one] Une chose prévue s’est faite.
   *[other] { $count } choses prévues se sont faites.
}
demo-time-messages = { $count ->
    [0] Aucun message n’a été écrit.
    [one] Un message a été écrit :
   *[other] { $count } messages ont été écrits :
}
# $subject (String) - subject of a message
demo-time-subject = « { $subject } », { $count ->
    [one] une fois
   *[other] { $count } fois
}
demo-time-ended = La démonstration s’arrête fin 2031 : relancez-la avec --fresh pour revenir au premier matin.
demo-time-see = À voir
demo-time-see-asked = Demandez une place à une organisation
demo-time-see-asked-text = Depuis le dossier d’une personne, en tant qu’agent de liaison. Le message part aussitôt.
demo-time-see-ten = Sans réponse, l’organisation reçoit un rappel, et la personne apparaît parmi celles qui attendent une réponse.
demo-time-see-thirty = Toujours rien : la demande expire, et les autres lieux possibles sont proposés.
demo-mailbox = Lire les courriels de la démonstration
