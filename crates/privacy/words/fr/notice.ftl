notice-title = Vos données et vous
notice-short = La feuille à remettre aux personnes, à lire ou à imprimer.
notice-see = Voir la feuille
notice-complete = Compléter
notice-list-lede = Chaque équipe dit ce qu’elle note de vous, pourquoi, qui le lit, et comment garder la main. Choisissez la vôtre.
notice-no-team = Aucune équipe n’est encore ouverte ici.
notice-easy-link = En français facile à lire
notice-plain-link = La feuille complète
# $team (String)
notice-lede = L’équipe « { $team } » peut vous accompagner vers des activités et des personnes près de chez vous. Pour cela, elle note quelques informations sur vous. Voici lesquelles, et comment garder la main.
notice-who = Qui en répond
# $name (String) - an organization
# $address (String)
notice-controller = { $name }, { $address }.
# $team (String)
# $address (String)
notice-team = L’équipe « { $team } », { $address }.
notice-why-title = Pourquoi
notice-why =
    Pour vous appeler, comprendre ce qui compte pour vous, vous proposer des activités et veiller à ce que vous y trouviez votre place. Aussi pour compter, sans nommer personne, ce qui est utile.
notice-public-task = La loi le permet parce que c’est une mission d’intérêt public (RGPD, article 6, 1, e).
notice-legitimate-interests = La loi le permet parce que l’organisme a un intérêt légitime à accompagner les personnes isolées, dans le respect de vos droits (RGPD, article 6, 1, f).
notice-consent = Cela repose sur votre consentement, que vous pouvez reprendre à tout moment (RGPD, article 6, 1, a).
notice-sharing-information = L’agent de liaison fait partie de l’équipe de soins : vous êtes informé de ce qui lui est transmis, et vous pouvez vous y opposer (code de la santé publique, article L1110-4).
notice-sharing-prior = L’agent de liaison ne fait pas partie de l’équipe de soins : rien ne lui est transmis sans votre accord (code de la santé publique, article L1110-4).
notice-noted = Ce qui est noté
notice-from =
    Ces informations viennent de vous, du professionnel qui a fait la demande ou de quelqu’un qui s’est inquiété de vous. Vous pouvez ne pas répondre à une question. Sans nom ni moyen de vous joindre, nous ne pourrons pas vous appeler.
notice-readers-title = Qui les lit
# $time (String)
# $told (String) - a list
notice-readers =
    l’agent de liaison qui vous accompagne et la coordination ; au tout début, les agents de liaison de l’équipe ;
    un collègue, seulement en urgence, pour { $time }, avec une raison écrite ;
    le professionnel qui a fait la demande : où elle en est, pas votre dossier ;
    une organisation, si vous êtes d’accord, et seulement ce que vous acceptez de lui dire ({ $told }).
# $host (String)
notice-host = pour faire fonctionner la machine, sans avoir à les lire : { $host }.
notice-nobody-else = L’outil ne les envoie à personne d’autre, et aucune machine ne décide pour vous. Chaque ouverture de votre dossier est notée ; vous pouvez savoir qui l’a ouvert.
notice-kept-title = Combien de temps
# $kept (String)
# $patience (String)
notice-kept =
    Tant que vous êtes accompagné. Puis, { $kept } après le dernier contact, elles s’effacent d’elles-mêmes, au terme de { $patience } de vérification. Plus tôt, si vous le demandez.
# $time (String)
notice-backups = Les copies de sauvegarde sont gardées { $time }.
notice-rights = Vos droits
notice-rights-text = À tout moment, vous pouvez lire ce qui est noté, en recevoir une copie (sur papier, en grands caractères ou en fichier), le faire corriger, le faire geler ou effacer, reprendre un accord, vous opposer à la suite. Votre santé et vos soins n’en dépendent pas.
notice-rights-how = Dites-le à votre agent de liaison, appelez, ou écrivez :
notice-rights-month = C’est gratuit, et la réponse vient en un mois au plus.
notice-officer = Délégué à la protection des données :
notice-cnil = Pas satisfait de la réponse ? Vous pouvez vous plaindre à la CNIL : 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, ou www.cnil.fr.
# $day (String)
notice-made = Feuille du { $day }.

easy-title = Vos données, en français facile
easy-why = Pourquoi ce papier ?
# $team (String)
easy-why-text =
    L’équipe « { $team } » vous aide à rencontrer des gens.
    Pour vous aider, l’équipe écrit des informations sur vous.
    Ces informations sont vos données.
easy-noted = Qu’est-ce que nous écrivons ?
easy-readers = Qui lit vos données ?
easy-readers-text =
    La personne qui vous accompagne lit vos données.
    Son équipe peut les lire aussi.
    Si votre médecin nous a parlé de vous, il sait où nous en sommes. Il ne lit pas tout.
    Une association sait seulement ce que vous voulez bien lui dire.
    Nous ne donnons vos données à personne d’autre.
easy-agreed = Est-ce que je suis obligé ?
easy-agreed-information =
    Non. Vous pouvez dire non.
    Vous pouvez dire oui, puis changer d’avis.
    Vos soins ne changent pas.
easy-agreed-prior =
    Non. Nous vous demandons d’abord si vous êtes d’accord.
    Vous pouvez dire oui, puis changer d’avis.
    Vos soins ne changent pas.
easy-kept = Combien de temps ?
# $kept (String)
easy-kept-text =
    Nous gardons vos données pendant que nous vous aidons.
    Après, nous les gardons encore { $kept }.
    Ensuite, elles sont effacées.
easy-rights = Quels sont vos droits ?
easy-rights-text =
    Vous pouvez lire vos données.
    Vous pouvez demander une copie.
    Si c’est faux, nous corrigeons.
    Si vous voulez, nous effaçons.
    Vous pouvez savoir qui a lu vos données.
easy-ask = À qui demander ?
easy-call = Téléphonez à l’équipe :
easy-write = Ou écrivez à l’équipe :
easy-officer = Une personne s’occupe de protéger vos données :
easy-cnil = Vous n’êtes pas content de la réponse ? Écrivez à la CNIL : 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07. La CNIL protège les données de tout le monde.
