referral-menu-prescribe = Prescrire
referral-menu-followed = Mes patients
referral-menu-inbox = Demandes
problems-title = À corriger
open = Ouvrir
print = Imprimer

prescribe-title = Prescrire du lien
prescribe-lede = Une minute. La personne sera appelée sous trois jours ouvrés.
# $team (String) - a team
prescribe-for = Pour l’équipe « { $team } ».
# $team (String) - a team
prescribe-for-instead = Plutôt pour « { $team } »
prescribe-loneliness = Trois questions sur la solitude (facultatif)
prescribe-send = Envoyer la demande
paper-title = Saisir une demande reçue sur papier
paper-lede = Recopiez la feuille ; la demande rejoint celles de votre équipe.
paper-send = Enregistrer la demande

name-label = Nom
name-needed = Indiquez le nom de la personne.
own-name-needed = Indiquez votre nom.
birth-year-label = Année de naissance
birth-year-unreadable = Cette année n’est pas possible. Écrivez quatre chiffres, par exemple 1948.
civility-label = Comment s’adresser à la personne
own-civility-label = Comment souhaitez-vous qu’on s’adresse à vous ?
civility-madame = Madame
civility-monsieur = Monsieur
civility-none = Sans précision
# $name (String) - family name
greeted-mme = Madame { $name }
# $name (String) - family name
greeted-m = Monsieur { $name }
commune-label = Commune
commune-hint = Nom ou code postal
commune-needed = Indiquez la commune.
own-commune-needed = Indiquez votre commune.
commune-unknown = Nous ne trouvons pas cette commune. Vérifiez le nom, ou tapez le code postal.
# $names (String) - candidates
commune-ambiguous = Plusieurs communes correspondent : { $names }. Précisez laquelle.
commune-not-served = Aucune équipe ne couvre encore cette commune. Vous pouvez déjà trouver une activité près de chez vous dans les ressources.
address-label = Adresse (facultatif)
phone-label = Téléphone
phone-unreadable = Ce numéro n’est pas complet. Il compte dix chiffres, par exemple 04 65 71 00 01.
phone-or-address-needed = Indiquez un téléphone ou, à défaut, une adresse : il faut pouvoir joindre la personne.
own-phone-or-address-needed = Indiquez un téléphone ou, à défaut, une adresse : il faut pouvoir vous joindre.
call-when = Quand appeler
call-when-label = Quand appeler (facultatif)
call-when-hint = Par exemple : après 17 h, pas le mercredi
reasons-label = Ce qui amène
own-reasons-label = Qu’est-ce qui vous amène ?
note-label = Un mot pour l’agent de liaison (facultatif)
note-hint = Ce qui compte pour la personne. Pas d’information médicale.
# $site (String) - team
consent-information = La personne a été informée que l’agent de liaison de l’équipe ({ $site }) l’appellera et recevra ces informations. Elle ne s’y oppose pas, et peut changer d’avis quand elle veut.
# $site (String) - team
consent-prior = La personne est d’accord pour que l’agent de liaison ({ $site }) l’appelle et reçoive ces informations. Elle peut changer d’avis quand elle veut.
consent-tick-information = Personne informée ce jour, sans opposition
consent-tick-prior = Accord recueilli ce jour
consent-needed = Sans cet accord, rien ne peut être envoyé. Parlez-en avec la personne, puis cochez la case.
discreet-tick = Appeler discrètement : ne rien dire à une autre personne, ne pas laisser de message
discreet-flag = Appel discret

notice-own-link = Ce que devient ce que vous nous dites
notice-hand-link = La feuille « Vos données », à remettre à la personne

alike-question = Est-ce une personne déjà connue de l’équipe ?
alike-hint = Rien n’est encore enregistré. Choisissez, puis envoyez de nouveau.
alike-merge-hint = Si c’est la même personne, réunissez les deux fiches : la demande rejoindra son dossier.
# $name (String) - person
# $year (String) - birth year
# $why (String) - reason
alike-line = { $name } { $year } ({ $why })
alike-phone = même téléphone
alike-name-and-year = même nom, même année
alike-name = même nom
alike-near-name = nom presque identique, même année
alike-new = Non, c’est quelqu’un d’autre
alike-merge = C’est la même personne : réunir

reason-feels-alone = Se sent seul ou seule
reason-bereavement = Deuil, séparation
reason-goes-out-little = Sort peu, mobilité
reason-cares-for-somebody = Aide un proche
reason-new-in-the-area = Nouveau ou nouvelle dans le quartier
reason-wants-to-be-useful = Souhaite se rendre utile
reason-low-money = Peu de moyens
reason-health = La santé pèse
reason-paperwork = Démarches, numérique
reason-feels-alone-mme = Se sent seule
reason-feels-alone-m = Se sent seul
reason-new-in-the-area-mme = Nouvelle dans le quartier
reason-new-in-the-area-m = Nouveau dans le quartier
own-reason-feels-alone = Je me sens seul ou seule
own-reason-bereavement = Un deuil, une séparation
own-reason-goes-out-little = Je sors peu, me déplacer est difficile
own-reason-cares-for-somebody = J’aide un proche
own-reason-new-in-the-area = Je viens d’arriver dans le quartier
own-reason-wants-to-be-useful = J’aimerais me rendre utile
own-reason-low-money = J’ai peu de moyens
own-reason-health = Ma santé me pèse
own-reason-paperwork = Les démarches, le numérique

decline-not-reachable = Injoignable
decline-absent = Absent ou absente
decline-not-eligible = Ne remplit pas les conditions
decline-not-mobile = Ne peut pas se déplacer
decline-not-interested = Pas intéressé ou pas intéressée
decline-full = Complet
decline-duplicate = Déjà demandé
decline-other-obstacles = Autres freins
decline-other = Autre raison

origin-prescriber = Demande
origin-person = Demande de la personne elle-même
# $name (String) - reporter
origin-third-party = Signalement de { $name }
origin-paper = Demande reçue sur papier

state-sent = Envoyée
state-received = Reçue par l’équipe
state-accepted = Accompagnement en cours
state-closed = Accompagnement terminé
# $reason (String) - reason
state-declined = Non suivie : { $reason }
state-withdrawn = Retirée par la personne

followed-title = Mes patients
followed-empty = Vous n’avez encore orienté personne. Une demande prend une minute.
# $day (String) - day
# $state (String) - state
followed-detail = Prescrit le { $day } · { $state }
# $name (String) - link worker
followed-link-worker = { $name } s’occupe de l’accompagnement.
# $site (String) - team
followed-site = L’agent de liaison prendra contact ({ $site }).
followed-newer = Plus récentes
followed-older = Plus anciennes
followed-sent-title = La demande est partie
followed-sent-text = La personne sera appelée sous trois jours ouvrés. Remettez-lui la feuille qui le lui dit.
# $reason (String) - why
followed-declined = L’équipe n’a pas pu donner suite : { $reason }.
followed-withdrawn = La personne n’a pas souhaité être appelée.
# $name (String) - a link worker, or their team
followed-closed = L’accompagnement par { $name } est terminé.
followed-steps = Ce qui s’est passé
followed-mail-note = Vous recevez un message à chaque étape importante. Il ne nomme personne.

sheet-title = Quelqu’un va vous appeler
sheet-print = La feuille à remettre à la personne
# $name (String) - person
sheet-hello = Bonjour { $name },
sheet-who = Qui va vous appeler
# $name (String) - link worker
# $site (String) - team
sheet-who-named = { $name }, agent de liaison ({ $site }), vous appellera dans les trois jours ouvrés.
# $site (String) - team
sheet-who-team = L’agent de liaison ({ $site }) vous appellera dans les trois jours ouvrés.
sheet-phone = Pour nous joindre
sheet-next = Ce qui va se passer
sheet-next-call = Un appel, pour faire connaissance et choisir un moment.
sheet-next-talk = Une rencontre, pour parler de ce qui compte pour vous.
sheet-next-go = Une activité ou un lieu près de chez vous, à votre rythme. On peut vous y accompagner la première fois.
sheet-rights = Vous décidez
sheet-rights-text = C’est gratuit et vous pouvez arrêter quand vous voulez. Nous ne transmettons rien sans votre accord. Pour voir vos informations, les corriger ou les faire effacer, appelez ce numéro.
sheet-square = Ce que nous faisons de vos informations, et vos droits : photographiez ce carré, ou écrivez cette adresse.
sheet-square-alt = Carré à photographier avec un téléphone ; l’adresse où il mène est écrite à côté

ask-title = Demander à être appelé
ask-lede = Un agent de liaison de votre commune vous appelle, vous écoute et cherche avec vous. C’est gratuit.
ask-note-label = Un mot, si vous le souhaitez
ask-agreement = Je suis d’accord pour qu’un agent de liaison m’appelle et garde ces informations pour m’accompagner. Je peux changer d’avis quand je veux.
ask-agreement-needed = Sans votre accord, nous ne pouvons pas vous appeler. Cochez la case si vous êtes d’accord.
ask-carried = Vos réponses seront transmises avec votre demande.
ask-send = Demander à être appelé
report-title = Signaler une personne seule
report-lede = Un voisin, une parente, un ami vous inquiète ? Un agent de liaison peut l’appeler, avec son accord.
report-person = La personne
reporter-name-label = Votre nom
reporter-name-needed = Indiquez votre nom : la personne saura qui pense à elle.
reporter-contact-label = Votre téléphone ou courriel
reporter-contact-hint = Pour vous rappeler si besoin
reporter-contact-needed = Indiquez comment vous joindre.
report-agreement = J’en ai parlé à la personne et elle accepte d’être appelée.
report-agreement-needed = Parlez-en d’abord avec la personne : nous ne l’appelons qu’avec son accord.
report-send = Envoyer le signalement
thanks-title = Merci, c’est bien reçu
# $site (String) - team
thanks-lede = Quelqu’un de l’équipe « { $site } » vous appellera dans les trois jours ouvrés. Il n’y a rien d’autre à faire.
thanks-rights = Rien n’est transmis à d’autres sans votre accord. Vous pouvez arrêter quand vous voulez.
# $site (String) - team
thanks-report = Quelqu’un de l’équipe « { $site } » appellera cette personne dans les trois jours ouvrés, et lui dira que vous pensez à elle.
thanks-report-rights = Elle décide de la suite. Par respect pour elle, l’équipe ne vous en dira pas davantage.
thanks-question = Une question, un changement ?
thanks-somewhere = Une équipe près de chez vous vous répondra dans les trois jours ouvrés.
thanks-find = Voir ce qui existe près de chez vous

inbox-title = Les demandes reçues
inbox-lede = Les plus anciennes d’abord. Ouvrir une demande la marque comme reçue.
inbox-empty = Aucune demande en attente. Elles apparaîtront ici dès qu’un prescripteur ou une personne en enverra une.
inbox-new = nouvelle
# $from (String) - who asks
# $day (String) - day
inbox-detail = { $from } · { $day }
request-title = Une demande
# $name (String) - prescriber
request-by = de { $name }
# $name (String) - prescriber
request-by-elided = d’{ $name }
# $name (String) - reporter
# $contact (String) - contact
request-reporter = Signalé par { $name }, à joindre par : { $contact }
request-note = Le mot joint
request-accept = Accepter et commencer l’accompagnement
request-decline-summary = Cette demande ne peut pas être suivie
request-decline-reason = Pour quelle raison ?
request-decline-choose = Choisissez une raison
request-decline-needed = Choisissez une raison : la demande n’est pas déclinée.
request-merged = Les deux fiches sont réunies : il n’y aura qu’un seul dossier.
request-accompanied = Cette personne est déjà accompagnée
request-accompanied-text = Un accompagnement est en cours pour une autre demande. Reportez ce qui est utile dans son dossier, puis déclinez celle-ci comme doublon.
request-decline = Décliner la demande
request-withdraw = La personne ne souhaite plus être appelée
request-open-case = Ouvrir le dossier
years-old = { $age ->
    [one] { $age } an
   *[other] { $age } ans
}
