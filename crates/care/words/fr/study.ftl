menu-studies = Études
study-list-title = Études
study-list-lede = Les études de recherche de vos équipes : qui y prend part, ce qui reste à demander, ce qui en sort sans aucun nom.
study-list-empty = Aucune étude pour le moment.
study-new = Préparer une étude
study-new-title = Préparer une étude
study-edit-title = Ce que fait l’étude
study-edit = Modifier
study-back = Retour à l’étude
study-back-to-list = Études
study-site = L’équipe qui la mène
study-part-what = L’étude
study-part-consent = Ce que la personne entend
study-part-who = Qui peut y prendre part
study-part-arms = Un groupe ou plusieurs bras
study-part-questions = Les questions et leurs moments
study-part-reason = Pourquoi cela change
study-name = Nom de l’étude
study-prefix = Trois lettres pour ses codes
study-prefix-hint = Le code de chaque personne commence par elles : « PRI » donne PRI-4K7-Q2X. Elles ne changent plus dès que quelqu’un prend part.
study-prefix-bad = Donnez trois lettres, sans accent ni chiffre.
study-purpose = À quoi elle sert
study-purpose-hint = En mots simples : c’est ce que la personne entendra d’abord.
study-responsible = L’établissement qui en répond
study-contact = Qui joindre, et comment
study-contact-hint = Un nom ou un service, un téléphone ou une adresse.
study-reference = Référence d’un comité ou de la CNIL (facultatif)
study-reference-hint = Avis d’un comité de protection des personnes, conformité à une méthodologie de référence… tel qu’ils vous l’ont donné.
study-information = L’information donnée
study-information-hint = Qui mène l’étude, combien de temps, quelles questions, qui verra les réponses.
study-consent = La phrase d’accord
study-consent-hint = Elle dit aussi ce que deviennent les réponses si la personne arrête. Chaque accord garde les mots de ce jour-là.
study-usual-information = Des chercheurs veulent savoir si cet accompagnement aide. Si vous êtes d’accord, vos réponses aux questionnaires leur seront transmises sans votre nom, sous un code. Vous pouvez refuser ou arrêter à tout moment, sans vous expliquer : cela ne change rien à votre accompagnement.
study-usual-consent = J’accepte de prendre part à cette étude. Si j’arrête, je dirai si mes réponses déjà données peuvent être gardées.
study-inclusion = Ce qui doit être vrai
study-exclusion = Ce qui ne doit pas être vrai
study-one-a-line = Une phrase par ligne, à cocher avec la personne.
study-arms = Les bras de l’étude
study-arms-hint = Un nom par ligne, deux au moins. Laissez vide si toutes les personnes reçoivent la même chose.
study-arms-bad = Donnez de deux à six bras, chacun en soixante caractères au plus.
study-one-group = Un seul groupe
study-allocation = Comment un bras est donné
study-allocation-chosen = Choisi par le professionnel (étude non randomisée)
study-allocation-random = Tiré au sort, par blocs dans chaque équipe
# $sizes (String) - numbers
study-allocation-blocks = Tiré au sort dans chaque équipe, par blocs de { $sizes }
study-blocks = Tailles des blocs
study-blocks-hint = Pour un tirage au sort : des multiples du nombre de bras, par exemple « 4, 6 » pour deux bras. Plusieurs tailles empêchent de deviner la suite.
study-blocks-bad = Donnez des tailles qui sont des multiples du nombre de bras, 24 au plus.
study-instruments = Questionnaires
study-instruments-needed = Choisissez au moins un questionnaire.
study-points = Moments des questions
study-points-hint = Le premier est à 0 mois : les réponses données juste avant l’entrée, ou le jour même. Les autres ont une fenêtre, en jours avant et après. Une ligne vide ne compte pas.
study-points-bad = Donnez des moments différents, le premier à 0 mois, 60 mois et 180 jours au plus.
# $number (Number) - of the line
study-point-row = Moment { NUMBER($number) }
study-months = Mois
study-before = Jours avant
study-after = Jours après
study-keep = Garder les personnes après la fin, en mois
study-keep-hint = Ensuite plus aucun code ne mène à une personne. Les nombres restent.
# $months (Number) - the most
study-keep-bad = Donnez un nombre de mois, { NUMBER($months) } au plus.
# $months (Number) - how many
study-keep-months = { $months ->
    [one] Un mois après la fin
   *[other] { NUMBER($months) } mois après la fin
}
study-reason = Raison de cette modification
study-reason-hint = Des personnes prennent déjà part : la version d’avant est gardée, avec cette raison et la date.
study-reason-needed = Des personnes prennent déjà part : dites pourquoi l’étude change.
study-has-ended = L’étude est terminée : elle ne change plus.
study-needed = Ce champ est nécessaire.
study-save = Enregistrer
study-point-baseline = Au début
# $months (Number) - after enrolment
study-point-months = { $months ->
    [one] À un mois
   *[other] À { NUMBER($months) } mois
}
# $point (String) - a time point
# $before (Number) - days
study-window-baseline = { $point } : dans les { NUMBER($before) } jours avant l’entrée, ou le jour même
# $point (String) - a time point
# $before (Number) - days
# $after (Number) - days
study-window = { $point } : de { NUMBER($before) } jours avant à { NUMBER($after) } jours après
study-stage-draft = En préparation
study-stage-open = Ouverte
study-stage-closed = Fermée aux entrées
study-stage-ended = Terminée
study-do-open = Ouvrir l’étude
study-do-close = Fermer aux entrées
study-do-end = Terminer l’étude
study-step-title = La suite
study-open-text = Une fois ouverte, les agents de liaison des équipes peuvent y faire entrer des personnes.
study-close-text = Une fois fermée, plus personne n’entre. Les personnes qui y sont continuent d’être suivies.
# $months (Number) - kept
study-end-text = { $months ->
    [one] Une fois terminée, plus rien n’est demandé. Un mois après, plus aucun code ne mène à une personne.
   *[other] Une fois terminée, plus rien n’est demandé. { NUMBER($months) } mois après, plus aucun code ne mène à une personne.
}
study-not-now = L’étude n’en est pas à cette étape : quelqu’un l’a peut-être fait avancer.
study-no-team = Aucune équipe ne prend part à cette étude.
study-teams = Équipes
study-team-leads = Mène l’étude
study-team-takes-part = Prend part
study-team-declined = A décliné
study-team-asked = Attend la réponse de sa coordination
study-seed = tirée de
study-invite = Proposer l’étude à une équipe
study-do-invite = Proposer
# $team (String) - its name
study-asked-for = Cette étude est proposée à votre équipe, { $team }.
study-accept = Prendre part
study-refuse = Décliner
study-protocol = Ce que fait l’étude
study-versions = Ses versions
# $number (Number) - from one
study-version = Version { NUMBER($number) }
# $name (String) - an account
# $when (String) - a moment
study-version-written = Par { $name }, le { $when }
study-link-due = Suivi des personnes
study-link-deviations = Écarts
study-link-flow = Déroulement
study-link-codebook = Variables
study-link-exports = Données
study-invited-subject = Une étude est proposée à votre équipe
# $link (String) - an address
study-invited-body =
    Bonjour,

    Une étude de recherche est proposée à votre équipe. Vous pouvez lire ce qu’elle demande, puis dire si votre équipe prend part :

    { $link }

    Maillage
