plan-title = Le plan
plan-lede = Une à trois choses que la personne souhaite, dites avec ses mots, et ce que chacun va faire.
plan-goals = Ce qu’elle souhaite
# $n (Number)
plan-goal = Souhait { NUMBER($n) }
plan-goal-hint = Une phrase suffit, comme elle la dit : « Rechanter, même faux. »
plan-another = C’est un autre souhait qu’avant : l’ancien est laissé de côté
plan-goal-needed = Écrivez au moins un souhait.
plan-steps = Ce que chacun va faire
# $n (Number)
plan-step = Étape { NUMBER($n) }
plan-what = Quoi
plan-who = Qui
plan-before = Avant le
# $day (String) - a day
plan-by = avant le { $day }
plan-step-needed = Dites ce qui sera fait, ou videz la ligne.
plan-step-odd = Ce jour est trop loin, ou d’avant l’accompagnement. Vérifiez l’année.
plan-words = Ce que vous vous êtes dit d’autre
plan-words-hint = Facultatif, imprimé sur la feuille de la personne.
plan-agreed-on = Convenu le
plan-agreed-needed = Dites quel jour vous en avez convenu.
plan-agreed-odd = On ne peut pas en avoir convenu un jour à venir, ni avant le début de l’accompagnement.
plan-review-on = On en reparle le
plan-review-hint = Six semaines sont proposées la première fois.
plan-review-odd = Choisissez un jour à venir, après celui de l’accord et d’ici deux ans.
plan-day-unreadable = Ce jour n’existe pas. Écrivez-le ainsi : 24/03/2026.
plan-save = Enregistrer le plan
plan-print = Imprimer
plan-print-it = Imprimer la feuille de la personne
plan-measure = Dire où elle en est, de 0 à 10
plan-paper-title = La feuille de la personne
plan-paper-lede = Elle est prête à imprimer et à donner.
plan-paper-print = Imprimer
plan-paper-normal = Taille normale
plan-paper-large = Grands caractères
plan-paper-back = Revenir au plan
plan-paper-my-plan = Mon plan
# $who (String) - the link worker, or the team
# $day (String) - a day
plan-paper-agreed = Écrit avec { $who }, le { $day }
plan-paper-no-goal = Rien n’est encore écrit.
plan-paper-goals = Ce que je souhaite
plan-paper-steps = Ce que nous allons faire
plan-paper-meetings = Mes rendez-vous
# $place (String) - a place
plan-paper-where = Où et à quelle heure : { $place }
# $who (String) - somebody
plan-paper-with = Avec : { $who }
# $day (String) - a day
plan-paper-review = On en reparle ensemble le { $day }.
plan-paper-call = Qui appeler
plan-paper-shared = Ce que j’ai accepté
# $day (String) - a day
plan-paper-team-may = Le { $day } : l’équipe peut m’appeler et garder mes informations.
# $day (String) - a day
# $place (String) - an organisation
# $what (String) - a list
plan-paper-place-may = Le { $day } : { $place } peut savoir { $what }.
# $day (String) - a day
# $place (String) - an organisation
plan-paper-place-may-nothing = Le { $day } : { $place } peut savoir qu’une personne cherche une place, et rien d’autre.
plan-paper-tells-name = mon prénom, mon initiale
# $band (String) - between two ages
plan-paper-tells-age = mon âge ({ $band })
plan-paper-tells-phone = mon téléphone
plan-paper-tells-likes = ce qui me plaît
plan-paper-tells-accompaniment = que j’aimerais quelqu’un à mes côtés la première fois
# $most (String) - all but the last
# $last (String) - the last
plan-paper-and = { $most } et { $last }
plan-paper-change = Si je change d’avis
# $who (String) - the link worker, or the team
plan-paper-change-text = Je peux arrêter, changer de souhait ou ne plus rien partager, quand je veux et sans dire pourquoi. Il suffit de le dire à { $who }.
