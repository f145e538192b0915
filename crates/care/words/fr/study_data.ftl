study-flow-title = Déroulement de l’étude
study-flow-lede = Combien de personnes à chaque étape, des premières regardées à celles dont les réponses peuvent être analysées. Les nombres sont exacts : ils sont pour les équipes de l’étude.
study-flow-drawn = Le déroulement dessiné ; les tableaux plus bas disent la même chose.
study-flow-note = Les personnes effacées à leur demande ou avec le temps sont comptées parmi celles qui ont arrêté.
study-flow-table = Le déroulement en nombres
study-flow-step = Étape
study-flow-group = Groupe
study-flow-persons = Personnes
study-flow-all = Toutes
study-flow-assessed = Regardées pour l’étude
study-flow-excluded = Ne remplissent pas les conditions
# $text (String) - a criterion
study-flow-not-met = Non rempli : { $text }
# $text (String) - a criterion
study-flow-met = Empêche : { $text }
study-flow-declined = Ont décliné
study-flow-enrolled = Entrées dans l’étude
study-flow-allocated = Dans ce groupe
# $point (String) - a time point
study-flow-seen = { $point } : ont répondu
# $point (String) - a time point
study-flow-missed = { $point } : manqué
# $point (String) - a time point
study-flow-ahead = { $point } : pas encore
study-flow-lost = Perdues de vue
study-flow-withdrawn = Ont arrêté
study-flow-analysed = Peuvent être analysées
# $persons (Number) - how many
study-box-assessed = Regardées : { NUMBER($persons) }
# $persons (Number) - how many
study-box-excluded = Non éligibles : { NUMBER($persons) }
# $persons (Number) - how many
study-box-declined = Ont décliné : { NUMBER($persons) }
# $persons (Number) - how many
study-box-enrolled = Entrées : { NUMBER($persons) }
# $persons (Number) - how many
study-box-allocated = Dans ce bras : { NUMBER($persons) }
# $persons (Number) - how many
study-box-seen = ont répondu : { NUMBER($persons) }
# $persons (Number) - how many
study-box-missed = manqué : { NUMBER($persons) }
# $persons (Number) - how many
study-box-ahead = pas encore : { NUMBER($persons) }
# $persons (Number) - how many
study-box-lost = Perdues de vue : { NUMBER($persons) }
# $persons (Number) - how many
study-box-withdrawn = Ont arrêté : { NUMBER($persons) }
# $persons (Number) - how many
study-box-analysed = Analysables : { NUMBER($persons) }
study-codebook-title = Variables de l’étude
study-codebook-lede = Ce que contient chaque colonne des données, d’après l’étude elle-même. Une ligne par personne et par moment.
study-codebook-csv = Dictionnaire (CSV)
study-codebook-json = Dictionnaire (JSON)
study-counting-title = Quelles réponses comptent
study-counting-rule = Au début, les dernières réponses données avant l’entrée ou le jour même, dans la fenêtre. Ensuite, les réponses de la fenêtre dont le jour est le plus proche du jour prévu ; un questionnaire complet passe avant un questionnaire incomplet. Des réponses qui tombent dans deux fenêtres comptent pour la plus proche, et jamais deux fois.
study-missing-title = Quand il n’y a pas de réponse
study-missing-answer = question sans réponse
study-missing-visit = rien pour ce moment
study-missing-masked = non dit, pour que personne ne soit reconnu
study-variables-title = Les variables
# $version (String) - of a questionnaire
# $licence (String) - a code
study-source = version { $version }, licence « { $licence } »
study-variable-person = Code de la personne dans l’étude, tiré au hasard
study-variable-age = Classe d’âge à l’entrée
study-variable-civility = Civilité, quand elle a été dite
study-variable-department = Département
study-variable-site = Équipe
study-variable-arm = Bras de l’étude
study-variable-point = Moment des questions
study-variable-status = Où en est ce moment
study-variable-days = Jours entre l’entrée et les réponses
study-variable-version = Version du questionnaire répondu
study-unit-days = jours
study-unit-points = points
# $persons (Number) - how many
study-k = Chaque combinaison d’âge, civilité, département, équipe et bras est partagée par { NUMBER($persons) } personnes au moins.
study-step-no-site = L’équipe n’est pas dite.
study-step-wider-ages = Les classes d’âge sont plus larges.
study-step-no-department = Le département n’est pas dit.
study-step-no-civility = La civilité n’est pas dite.
# $persons (Number) - how many
study-masked = Personnes dont rien de cela n’est dit : { NUMBER($persons) }
study-exports-title = Données de l’étude
study-exports-lede = Les réponses sous des codes, sans nom, sans date, sans commune et sans texte libre. Il faut être deux : une personne de la coordination les demande, une personne d’une autre équipe ou de l’administration les accorde.
# $least (Number) - how many are needed
study-exports-too-small = Moins de { NUMBER($least) } personnes laissent utiliser leurs réponses : rien ne peut sortir, car quelqu’un pourrait être reconnu.
study-export-reason = Pourquoi ces données sont demandées
study-export-reason-hint = Qui les analysera et pour quelle question, en une ou deux phrases. La personne qui décide le lira.
study-export-reason-needed = Dites pourquoi ces données sont demandées.
study-export-ask = Demander les données
study-export-only-coordinators = Seule la coordination d’une équipe de l’étude peut demander ses données. Vous pouvez accorder ou refuser une demande.
study-exports-empty = Personne n’a demandé de données.
study-export-zip = Prendre les fichiers (CSV)
study-export-xlsx = Prendre le classeur
study-decide-title = Laisser sortir les données ?
# $persons (Number) - how many
# $name (String) - of a study
study-decide-lede = { $persons ->
    [one] Les réponses d’une personne de l’étude « { $name } » sortiraient de ce logiciel, sous un code.
   *[other] Les réponses de { NUMBER($persons) } personnes de l’étude « { $name } » sortiraient de ce logiciel, sous des codes.
}
study-decide-think = Avez-vous parlé avec la personne qui demande ? Les fichiers seront-ils gardés en lieu sûr ? Ce qui reconnaîtrait quelqu’un est dit moins finement, et le dictionnaire dit comment.
# $link (String) - an address
study-export-asked-body =
    Bonjour,

    Une personne de la coordination demande les données d’une étude de recherche, sous des codes. Il faut une deuxième personne pour les accorder ou les refuser : vous pouvez être celle-là. Parlez-en ensemble, puis décidez ici, dans les sept jours :

    { $link }

    Maillage
# $link (String) - an address
study-export-decided-body =
    Bonjour,

    Quelqu’un a décidé de votre demande de données pour une étude. La réponse est ici :

    { $link }

    Maillage
