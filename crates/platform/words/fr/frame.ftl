skip-to-content = Aller au contenu
menu = Menu principal
menu-fold = Menu
menu-accounts = Comptes
menu-audit = Journal
menu-sign-ins = Connexions
sign-in = Se connecter
sign-out = Se déconnecter
other-language = English
back-home = Revenir à l’accueil
foot = Maillage est un logiciel libre. Aucune donnée ne quitte ce serveur sans votre accord.
foot-licences = Licences des composants
demo-region = Démonstration
demo-banner = Démonstration : toutes les personnes sont inventées, et les organisations aussi, sauf les mairies.
pages = Pages
newer = Plus récent
older = Plus ancien

name = Nom
email = Adresse de courriel
role = Rôle
site = Équipe
pass-phrase = Phrase de passe
pass-phrase-hint = Au moins 12 caractères : quatre mots qui vous disent quelque chose font une bonne phrase.
pass-phrase-choose = Choisir cette phrase
pass-phrase-too-short = Cette phrase est trop courte : il faut au moins { NUMBER($count) } caractères.
pass-phrase-too-long = Cette phrase est trop longue : 256 caractères au plus.
pass-phrase-known = Cette phrase est faite de mots de passe connus de tous : choisissez quatre mots à vous.
pass-phrase-nearby = Cette phrase est faite de votre nom, de celui de votre équipe ou de cet outil, que l’on essaierait d’abord : choisissez quatre autres mots.
pass-phrase-too-plain = Cette phrase se devine trop facilement : utilisez des mots différents.

sign-in-title = Se connecter
sign-in-already = Votre compte est déjà ouvert : connectez-vous avec la phrase de passe que vous avez choisie.
sign-in-unknown = Cette adresse et cette phrase de passe ne vont pas ensemble. Vérifiez les deux, puis réessayez.
sign-in-too-many = Trop d’essais en une minute. Attendez une minute, puis réessayez : votre compte reste ouvert.
sign-in-forgotten = Phrase oubliée ? Demandez un nouveau lien à la personne qui administre votre équipe.
sign-in-no-account = Pas encore de compte ? Demandez une invitation à la personne qui administre votre équipe.

invitation-title = Bienvenue
invitation-lede = Choisissez la phrase de passe qui ouvrira votre compte.
invitation-subject = Votre compte Maillage vous attend
# $link (String) - address
invitation-body =
    Bonjour,

    Un compte vous a été ouvert sur Maillage. Pour choisir votre phrase de passe, suivez ce lien :

    { $link }

    Il est valable sept jours et ne sert qu’une fois. Si vous n’attendiez pas ce message, ne faites rien.

    L’équipe Maillage

new-link-subject = Votre nouveau lien pour Maillage
# $link (String) - address
new-link-body =
    Bonjour,

    La personne qui administre votre équipe vous envoie ce lien, pour choisir une nouvelle phrase de passe :

    { $link }

    Il est valable sept jours et ne sert qu’une fois. Ensuite, votre ancienne phrase n’ouvrira plus rien, vos autres connexions prendront fin et, si vous entrez en deux étapes, votre code vous sera demandé comme avant. Si vous n’attendiez pas ce message, prévenez votre équipe : tant que personne ne suit ce lien, rien ne change.

    L’équipe Maillage

role-prescriber = Prescripteur
role-link-worker = Agent de liaison
role-coordinator = Coordination
role-administrator = Administration

accounts-title = Qui a un compte
accounts-lede = Chaque personne choisit elle-même sa phrase de passe, par un lien reçu par courriel.
account-invited = Invitation envoyée.
account-unanswered = Invitation restée sans réponse.
account-new-link = Envoyer un nouveau lien
account-link-sent = Le lien est parti. Il est valable sept jours et ne sert qu’une fois.
access = Accès
account-close = Fermer l’accès
# $name (String) - whose
# $site (String) - a team
account-close-sure = { $name } n’entrera plus au titre de l’équipe « { $site } ». Ses dossiers restent ; une nouvelle invitation rouvre l’accès.
invite-title = Inviter quelqu’un
invite-send = Envoyer l’invitation
problems-title = À corriger
problems-kept = Rien n’est perdu : ce que vous avez écrit est toujours là.
name-needed = Indiquez le nom.
email-unreadable = Cette adresse de courriel n’est pas complète.
already-in-team = Cette personne fait déjà partie de cette équipe.
role-needed = Choisissez un rôle.
site-needed = Choisissez une équipe.

audit-title = Qui a ouvert quoi
audit-lede = Chaque lecture et chaque changement d’un dossier laisse une ligne, que personne ne peut effacer d’ici.
audit-when = Quand
audit-who = Qui
audit-what = Quoi
audit-file = Sur quoi
audit-by-visitor = Quelqu’un sans compte
audit-by-link-holder = Quelqu’un, par un lien reçu
audit-by-time = L’échéance venue
audit-by-console = La console du serveur
audit-read = a lu
audit-listed = a vu dans une liste
audit-created = a créé
audit-changed = a changé
audit-merged = a réuni
audit-printed = a imprimé
audit-copied = a fait une copie pour la personne
audit-taken-out = a emporté une copie, avec celles de l’équipe
audit-used = a emporté ses réponses sans son nom, pour une étude
audit-granted = a accordé
audit-refused = a refusé
audit-frozen = a gelé les données
audit-thawed = a dégelé les données
audit-erased = a effacé les données
audit-opened-in-emergency = a ouvert en urgence
audit-answered = a répondu
audit-sent = a envoyé
audit-lifting = a envoyé un lien qui lève la validation en deux étapes
audit-lifted = a levé la validation en deux étapes
audit-released = a rendu public
audit-restored = a rétabli depuis une sauvegarde
audit-kind-instrument = Questionnaire de l’équipe
audit-kind-mass-export = Copie de tous les dossiers d’une équipe
audit-kind-study = Étude de recherche
audit-kind-trail = Début du journal
audit-kind-store = Toutes les données
audit-kind-person = Personne
audit-kind-referral = Demande
audit-kind-case = Accompagnement
audit-kind-connection = Mise en lien
audit-kind-screening = Consultation
audit-kind-account = Compte
audit-kind-site = Équipe
audit-kind-sign-ins = Connexions de l’équipe
audit-kind-figures = Chiffres
audit-kind-duplicate = Doublon de l’annuaire
audit-kind-report = Erreur signalée dans l’annuaire
audit-kind-verification = Fiche vérifiée de l’annuaire
audit-kind-verification-request = Lien envoyé à une organisation pour vérifier ses fiches
audit-kind-campaign = Campagne de vérification de l’annuaire
audit-kind-incoming = Import de l’annuaire

mailbox-title = Les courriels de la démonstration
mailbox-lede = Rien ne part de cette machine : voici ce qui aurait été envoyé. Les liens fonctionnent.
mailbox-empty = Aucun message pour l’instant. Mettez une personne en lien avec une organisation : le message apparaîtra ici.

nope-not-found-title = Cette page n’existe pas, ou n’est pas pour vous
nope-not-found-text = L’adresse est peut-être incomplète, ou ce dossier est suivi par une autre équipe. Rien n’a été perdu.
nope-altered-link-title = Ce lien est incomplet
nope-altered-link-text = Il a peut-être été coupé en deux par votre messagerie. Copiez l’adresse entière du message reçu, ou appelez l’équipe qui vous a écrit.
nope-expired-link-title = Ce lien n’est plus valable
nope-expired-link-text = Il a déjà servi ou sa date est passée. Appelez l’équipe qui vous a écrit : elle vous en enverra un autre.
nope-unreadable-title = Nous n’avons pas compris cette demande
nope-unreadable-text = Le formulaire ou l’adresse est incomplet. Rien n’a été enregistré : revenez en arrière et réessayez.
nope-too-large-title = C’est trop long
nope-too-large-text = Ce texte dépasse ce que nous pouvons recevoir. Rien n’a été enregistré : revenez en arrière et raccourcissez votre texte.
nope-too-long-title = C’est trop long pour un PDF
nope-too-long-text = Il y a là plus de pages que nous ne pouvons en préparer d’un coup. Rien n’a été perdu : revenez en arrière et prenez la copie en fichier JSON, qui contient tout.
nope-cross-site-title = Cette demande vient d’un autre site
nope-cross-site-text = Par prudence, nous ne l’avons pas suivie. Rien n’a été enregistré.
nope-changed-title = Quelqu’un a changé ce dossier entre-temps
nope-changed-text = Rien n’a été enregistré, pour ne rien écraser. Revenez en arrière, rechargez la page, puis refaites votre changement.
nope-broken-title = Quelque chose s’est mal passé chez nous
nope-broken-text = Rien n’a été enregistré à moitié. Réessayez dans un instant ; si cela continue, prévenez la personne qui administre ce serveur.
nope-too-fast-title = Un instant, s’il vous plaît
nope-too-fast-text = Beaucoup de demandes viennent de votre connexion en même temps. Attendez quelques secondes, puis rechargez la page.
nope-crowded-title = Beaucoup de monde en même temps
nope-crowded-text = Nous ne pouvons pas vous répondre tout de suite. Attendez quelques secondes, puis rechargez la page : si vous aviez envoyé un formulaire, rechargez de même, il ne comptera qu’une fois.
nope-away-title = Un instant, nous revenons
nope-away-text = Les données ne peuvent pas être lues en ce moment. Attendez quelques secondes, puis rechargez la page : si vous aviez envoyé un formulaire, rechargez de même, il ne comptera qu’une fois. Si cela continue, prévenez la personne qui administre ce serveur.
nope-full-title = Il n’y a plus de place pour enregistrer
nope-full-text = Rien n’a été enregistré. Ce qui était déjà là est sauf et peut être lu. Prévenez la personne qui administre ce serveur : son disque est plein.
nope-slow-title = La réponse se fait trop attendre
nope-slow-text = Rien n’a été enregistré à moitié. Réessayez dans un instant ; si cela continue, prévenez la personne qui administre ce serveur.
nope-wrong-day-title = Cette date ne convient pas
nope-wrong-day-text = La date n’existe pas, ou elle est passée alors qu’il faut un jour à venir. Rien n’a été enregistré : revenez en arrière et choisissez une autre date.

# $day (String) - 31 mars 2026
paper-made = Fait le { $day }
# $n (String) - a page
# $of (String) - how many there are
paper-page = Page { $n } sur { $of }
paper-file = Fichier PDF
paper-file-large = PDF en grands caractères
paper-call = L’appel
paper-call-reached = On s’est parlé
paper-call-nobody = Pas de réponse
paper-call-back = À rappeler le :
paper-call-wrong = Mauvais numéro
paper-call-notes = À noter :
paper-signs = Entre crochets : le numéro international (Unicode) d’un signe que nos caractères ne savent pas dessiner.

proof-title = Confirmez que c’est vous
proof-lede = La suite touche à toutes les données d’une personne. Redonnez votre phrase de passe : un écran peut être resté ouvert.
proof-confirm = Confirmer

second-title = Validation en deux étapes
second-lede = Après votre phrase de passe, un code que seul votre téléphone connaît : une phrase devinée ou volée n’ouvre plus rien.
second-is-on = Elle est active : un code vous est demandé après votre phrase de passe.
second-see = Voir ou arrêter
second-begin = L’activer
second-back = ‹ Mon compte
second-how-install = Sur votre téléphone, ouvrez une application de codes (FreeOTP, Aegis, celle de votre gestionnaire de mots de passe…).
second-how-scan = Dans l’application, ajoutez un compte et photographiez ce carré.
second-picture = Carré à photographier ; la même clé est écrite en dessous
second-how-type = Si vous ne pouvez pas le photographier, tapez cette clé :
second-how-code = Tapez ici le code de six chiffres qu’elle affiche.
second-first-code = Le code affiché
second-first-code-wrong = Ce n’est pas le code affiché en ce moment. Attendez le suivant et réessayez ; vérifiez aussi l’heure de votre téléphone.
second-turn-on = Activer
# $since (String) - a day
second-on-since = Elle est active depuis le { $since }.
# $left (Number)
second-left = { $left ->
    [0] Vous n’avez plus de code de secours.
    [one] Il vous reste un code de secours.
   *[other] Il vous reste { NUMBER($left) } codes de secours.
}
second-renew = Faire dix nouveaux codes de secours
second-turn-off = Arrêter la validation en deux étapes
second-codes-title = Vos codes de secours
second-codes-lede = Imprimez-les ou recopiez-les : ils ne seront plus affichés. Chacun sert une fois, le jour où votre téléphone manque. Ceux d’avant ne valent plus rien.
second-codes-print = Imprimer
second-codes-done = C’est noté
second-step-title = Encore un code
second-step-lede = Votre phrase est la bonne. Tapez le code que votre application affiche pour Maillage.
second-code = Code
second-code-hint = Six chiffres, ou un de vos codes de secours.
second-code-wrong = Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant, puis réessayez.
second-step-back = Recommencer
second-step-lost = Plus de téléphone ni de codes de secours ? Dites-le à la personne qui administre votre équipe : elle peut vous envoyer un lien qui lève cette étape.
second-step-lede-stopped = Votre phrase est la bonne. Tapez un de vos codes de secours.
second-recovery-code = Code de secours
second-stopped = Trop de codes faux ont été essayés pour ce compte. Pendant vingt-quatre heures, seuls un code de secours, une clé d’accès ou un lien de la personne qui administre votre équipe, qui lève cette étape, vous ouvrent. Ces codes ne venaient pas de vous ? Quelqu’un connaît votre phrase de passe : changez-la dès que vous êtes entré.
second-guessed-subject = Quelqu’un essaie des codes pour entrer à votre place
second-guessed-body =
    Bonjour,

    Cent codes faux ont été tapés à la suite après la bonne phrase de passe de votre compte Maillage. Si ce n’est pas vous, quelqu’un connaît votre phrase et cherche votre code.

    Personne n’est entré. Pendant vingt-quatre heures, les codes de votre application ne sont plus acceptés. Vous entrez par un code de secours, une clé d’accès ou un autre service lié à votre compte ; sinon, demandez à la personne qui administre votre équipe un lien qui lève cette étape.

    Puis changez de phrase sur « Mon compte », et prenez-en une que vous n’utilisez nulle part ailleurs : vos codes servent de nouveau aussitôt. Prévenez aussi la personne qui administre votre équipe.

    L’équipe Maillage
second-on-subject = La validation en deux étapes est active
second-on-body =
    Bonjour,

    Un code vous sera désormais demandé après votre phrase de passe pour entrer dans Maillage.

    Si ce n’est pas vous qui l’avez voulu, prévenez la personne qui administre votre équipe : elle peut vous envoyer un lien qui lève cette étape et ferme tout.

    L’équipe Maillage
second-off-subject = La validation en deux étapes est arrêtée
second-off-body =
    Bonjour,

    Pour entrer dans Maillage, votre phrase de passe suffit de nouveau.

    Si ce n’est pas vous qui l’avez voulu, changez de phrase sur « Mon compte » et prévenez la personne qui administre votre équipe.

    L’équipe Maillage
second-used-subject = Un de vos codes de secours a servi
# $left (Number)
second-used-body =
    Bonjour,

    Un de vos codes de secours vient d’ouvrir votre compte Maillage. { $left ->
        [0] C’était le dernier.
        [one] Il vous en reste un.
       *[other] Il vous en reste { NUMBER($left) }.
    }

    Si ce n’est pas vous, changez de phrase sur « Mon compte », faites de nouveaux codes et prévenez la personne qui administre votre équipe.

    L’équipe Maillage

own-title = Mon compte
own-sessions = Vos connexions ouvertes
own-sessions-lede = Une connexion se ferme seule après trente minutes sans rien faire, et douze heures après son ouverture au plus tard. Vous n’en reconnaissez pas une ? Fermez-la, et changez de phrase de passe.
own-session-this = celle-ci
# $since (String) - when it was opened
# $seen (String) - when it was last used
own-session-line = Ouverte le { $since }, vue le { $seen }.
own-session-unknown = Un navigateur
own-session-end = Fermer
own-sessions-end-others = Fermer toutes les autres
own-sessions-alone = Aucune autre connexion n’est ouverte.
own-session-ended = C’est fermé.
own-phrase-title = Changer de phrase de passe
own-phrase-current = Votre phrase actuelle
own-phrase-new = La nouvelle
own-phrase-change = Changer
own-phrase-wrong = Ce n’est pas votre phrase actuelle.
own-phrase-changed = Votre phrase de passe est changée. Vos autres connexions sont fermées.
own-mail-subject = Votre phrase de passe a été changée
own-mail-body =
    Bonjour,

    La phrase de passe de votre compte Maillage vient d’être changée, et vos autres connexions ont été fermées.

    Si ce n’est pas vous, prévenez aussitôt la personne qui administre votre équipe : elle peut vous envoyer un nouveau lien, qui ferme tout.

    L’équipe Maillage

anchor-subject = Le repère du journal, à garder
# $anchor (String) - number and seal
anchor-body =
    Bonjour,

    Voici où finit aujourd’hui le journal de qui a vu quoi :

    { $anchor }

    Gardez ce message : il prouvera plus tard que personne n’a refait le journal, pas même qui administre le serveur. Pour le vérifier, sur le serveur :

    maillage audit verify --anchor { $anchor }

    L’équipe Maillage

# $provider (String) - its name
identity-continue = Continuer avec { $provider }
identity-instead = Ou sans phrase de passe, avec une identité que vous avez déjà :
# $provider (String) - its name
identity-leaving-title = Direction { $provider }
identity-leaving = Si la page ne change pas d’elle-même, suivez ce bouton.
identity-title = Vos autres façons d’entrer
identity-lede = Une identité professionnelle liée à votre compte l’ouvre sans phrase de passe.
identity-see = Voir ou changer
identity-none = Aucune identité n’est liée à votre compte.
# $provider (String) - its name
identity-link = Lier mon identité { $provider }
identity-unlink = Délier
# $day (String) - a day
identity-since = Liée depuis le { $day }.
identity-linked = C’est fait : cette identité ouvre désormais votre compte.
identity-unlinked = C’est fait : cette identité n’ouvre plus votre compte.
# $provider (String) - its name
identity-confirm = Confirmer avec { $provider }
proof-lede-identity = La suite touche à toutes les données d’une personne. Identifiez-vous de nouveau : un écran peut être resté ouvert.
own-phrase-none = Votre compte n’a pas de phrase de passe. Pour en choisir une, demandez un nouveau lien à la personne qui administre votre équipe.
identity-some-provider = ce service
identity-invited = Pour réessayer, rouvrez le lien reçu par courriel : il sert encore.
# $provider (String) - its name
identity-silent = { $provider } ne répond pas comme il faut en ce moment. Réessayez dans un instant, ou entrez avec votre phrase de passe.
# $provider (String) - its name
identity-unverified = La réponse de { $provider } n’a pas pu être vérifiée : par prudence, rien n’a été fait. Réessayez ; si cela continue, prévenez la personne qui administre ce serveur.
# $provider (String) - its name
identity-weak = { $provider } ne vous a pas identifié assez sûrement. Réessayez en choisissant chez { $provider } une façon plus sûre, avec une carte ou un second appareil.
# $provider (String) - its name
identity-declined = L’échange avec { $provider } a été interrompu : rien n’a été fait. Réessayez quand vous voulez.
# $provider (String) - its name
identity-not-begun = Nous n’avons pas pu relier cette réponse de { $provider } à votre demande : plus de cinq minutes ont passé, elle a déjà servi, ou elle venait d’un autre navigateur. Recommencez d’ici.
# $provider (String) - its name
identity-not-again = { $provider } ne vous a pas identifié de nouveau, comme il le fallait ici. Réessayez.
# $provider (String) - its name
identity-unknown = { $provider } vous a bien identifié, mais aucun compte d’ici n’est lié à cette identité. Vous avez un compte ? Entrez avec votre phrase de passe, puis liez-la sur « Mon compte ». Sinon, demandez une invitation à la personne qui administre votre équipe.
# $provider (String) - its name
identity-taken = Cette identité { $provider } ouvre déjà un autre compte : elle n’a pas été liée à celui-ci. Si ce compte n’est pas le vôtre, prévenez la personne qui administre votre équipe.
# $provider (String) - its name
identity-not-theirs = Cette identité { $provider } n’est pas liée à votre compte. Réessayez avec la vôtre.
identity-last-way-in = C’est votre seule façon d’entrer : liez d’abord une autre identité, ou choisissez une phrase de passe.
# $provider (String) - its name
identity-linked-subject = Une identité { $provider } ouvre votre compte
# $provider (String) - its name
identity-linked-body =
    Bonjour,

    Une identité { $provider } vient d’être liée à votre compte Maillage : elle l’ouvre désormais.

    Si ce n’est pas vous, déliez-la sur « Mon compte » et prévenez aussitôt la personne qui administre votre équipe.

    L’équipe Maillage
# $provider (String) - its name
identity-unlinked-subject = Une identité { $provider } n’ouvre plus votre compte
# $provider (String) - its name
identity-unlinked-body =
    Bonjour,

    Une identité { $provider } vient d’être déliée de votre compte Maillage : elle ne l’ouvre plus.

    Si ce n’est pas vous, prévenez aussitôt la personne qui administre votre équipe.

    L’équipe Maillage

passkey-title = Clés d’accès
passkey-lede = Votre téléphone ou votre ordinateur vous reconnaît, par votre visage, votre doigt ou le code qui le déverrouille, et vous ouvre votre compte : rien à retenir, rien à taper, et un faux site n’en tire rien.
passkey-begin = En ajouter une
passkey-none = Aucune clé d’accès n’ouvre votre compte.
# $added (String) - a day
# $used (String) - a day
passkey-line = Ajoutée le { $added }, utilisée le { $used }.
# $added (String) - a day
passkey-line-unused = Ajoutée le { $added }, pas encore utilisée.
passkey-remove = Retirer
passkey-add-title = Ajouter une clé d’accès
passkey-without = Pour en ajouter une, il faut un navigateur récent où les scripts sont permis, et un appareil qui se déverrouille (code, doigt ou visage) ou une clé de sécurité. Votre phrase de passe continue de servir.
passkey-name = Son nom
passkey-name-hint = Pour la reconnaître dans cette liste : « Mon téléphone », « L’ordinateur de l’accueil ».
passkey-name-wrong = Donnez-lui un nom, de soixante caractères au plus.
passkey-add = Ajouter cet appareil
passkey-added = C’est fait : cette clé d’accès ouvre désormais votre compte.
passkey-removed = C’est fait : cette clé d’accès n’ouvre plus votre compte. Vous pouvez aussi l’effacer de l’appareil.
passkey-enter = Entrer avec une clé d’accès
passkey-confirm = Confirmer avec une clé d’accès
passkey-not-begun = Nous n’avons pas pu relier cette réponse à votre demande : plus de cinq minutes ont passé, ou elle a déjà servi. Recommencez d’ici.
passkey-unknown = Cette clé d’accès n’ouvre pas de compte ici. Elle a peut-être été retirée : choisissez-en une autre, ou entrez autrement.
passkey-taken = Cette clé d’accès ouvre déjà un compte : elle n’a pas été ajoutée.
passkey-copied = Cette clé d’accès compte à rebours, comme le ferait une copie : par prudence, elle n’a rien ouvert, et sa ou son propriétaire en est averti par courriel. Entrez autrement.
passkey-unverified = La réponse de votre appareil n’a pas pu être vérifiée : par prudence, rien n’a été fait. Réessayez, ou entrez autrement.
passkey-added-subject = Une clé d’accès ouvre votre compte
passkey-added-body =
    Bonjour,

    Une clé d’accès vient d’être ajoutée à votre compte Maillage : elle l’ouvre désormais, sans phrase de passe ni code.

    Si ce n’est pas vous, retirez-la sur « Mon compte », changez de phrase et prévenez aussitôt la personne qui administre votre équipe : elle peut vous envoyer un lien qui retire toutes vos clés et ferme tout.

    L’équipe Maillage
passkey-removed-subject = Une clé d’accès n’ouvre plus votre compte
passkey-removed-body =
    Bonjour,

    Une clé d’accès vient d’être retirée de votre compte Maillage : elle ne l’ouvre plus, et les connexions qu’elle avait ouvertes ailleurs sont fermées.

    Si ce n’est pas vous, prévenez aussitôt la personne qui administre votre équipe.

    L’équipe Maillage
passkey-copied-subject = Une de vos clés d’accès a peut-être été copiée
passkey-copied-body =
    Bonjour,

    Une de vos clés d’accès a compté à rebours, comme le ferait une copie. Par prudence, elle n’a pas ouvert votre compte Maillage.

    Entrez autrement, retirez-la sur « Mon compte », puis ajoutez-en une nouvelle. Si vous n’essayiez pas d’entrer, prévenez aussi la personne qui administre votre équipe.

    L’équipe Maillage

door-latest = Les dernières fois
door-all-own = Voir toutes les fois
door-own-title = Qui est entré par votre compte
door-own-lede = Chaque entrée et chaque essai, depuis un an. Vous ne reconnaissez pas une ligne ? Changez de phrase de passe sur « Mon compte », et prévenez la personne qui administre votre équipe.
door-teams-title = Qui est entré, qui a essayé
door-teams-lede = Les entrées, les essais et les sorties de vos équipes, depuis un an. Ce qui se ressemble dans une même minute tient sur une ligne. De l’adresse du réseau, seul le début est gardé ; d’un courriel inconnu, rien.
door-only-refused = Ne voir que les refus
door-all = Tout voir
door-none = Rien à montrer.
door-whence = D’où
door-nobody = Compte inconnu
door-in = Entrée
door-half = Bonne phrase, code demandé
door-refused = Entrée refusée
door-too-many = Trop d’essais, pas même regardés
door-proven = Identité confirmée
door-unproven = Confirmation refusée
door-out = Sortie
door-ended-elsewhere = Connexion fermée à distance
door-by-phrase = par la phrase de passe
door-by-code = par un code de l’application
door-by-recovery = par un code de secours
door-by-passkey = par une clé d’accès
door-by-link = par le lien reçu
door-from-unknown = Lieu inconnu
door-from-several = De plusieurs endroits
# $times (Number) - how often within a minute
door-times = { NUMBER($times) } fois

obligation-title = Une étape de plus
obligation-lede = Votre rôle donne accès à beaucoup. Ici, il demande deux preuves à l’entrée : votre phrase de passe ne suffit plus. Choisissez la seconde, cela prend deux minutes. Rien d’autre ne s’ouvre avant.
obligation-better = Votre rôle demande deux preuves à l’entrée. Vous avez déjà mieux que votre phrase de passe : une clé d’accès, ou une identité liée à votre compte. Déconnectez-vous, puis entrez par elle. Vous ne l’avez plus ? Prévenez la personne qui administre votre équipe.
obligation-last = Votre rôle demande deux preuves à l’entrée, et celle-ci est la seule qui s’ajoute à votre phrase de passe. Ajoutez-en d’abord une autre sur « Mon compte » : une clé d’accès, ou la validation en deux étapes.

lifting-title = Lever la validation en deux étapes
lifting-back = Revenir aux comptes
lifting-lede = Pour quelqu’un qui n’a plus son téléphone, ses codes de secours ni sa clé d’accès, et que vous avez reconnu, de vive voix ou en personne. Un lien lui est envoyé : quand cette personne le suivra, ses codes et ses clés d’accès n’ouvriront plus rien, et elle choisira une nouvelle phrase de passe. Les autres personnes qui administrent ses équipes en sont averties tout de suite.
lifting-reason = Que s’est-il passé ?
lifting-choose = Choisissez
lifting-reason-needed = Dites ce qui s’est passé.
lifting-lost = L’appareil est perdu
lifting-stolen = L’appareil est volé
lifting-broken = L’appareil ne marche plus
lifting-replaced = L’appareil a été remplacé, sans que les codes suivent
lifting-send = Envoyer le lien
lifting-subject = Un lien pour entrer sans votre téléphone
# $reason (String) - why
# $link (String) - address
lifting-body =
    Bonjour,

    La personne qui administre votre équipe vous envoie ce lien, parce que vous n’avez plus de quoi prouver la seconde étape ({ $reason }). Il sert à choisir une nouvelle phrase de passe ; vos codes et vos clés d’accès n’ouvriront alors plus rien :

    { $link }

    Il est valable sept jours et ne sert qu’une fois. Vous n’avez rien demandé, ou vous avez retrouvé votre appareil ? Ne suivez pas ce lien : entrez comme d’habitude, par votre code ou votre clé d’accès, et il ne servira plus à personne. Puis prévenez votre équipe.

    L’équipe Maillage
lifting-told-subject = La seconde étape d’un compte va être levée
# $name (String) - whose
# $reason (String) - why
lifting-told-body =
    Bonjour,

    Un lien qui lève la validation en deux étapes vient d’être envoyé à { $name }, d’une équipe que vous administrez. Motif donné : { $reason }.

    Cela vous étonne ? Appelez cette personne. Un nouveau lien, envoyé depuis la page « Comptes », rend celui-ci inutile.

    L’équipe Maillage

visits-too-many-title = Trop de demandes arrivent en ce moment
# $telephones (String) - teams and their numbers
visits-too-many = Nous n’avons pas pu prendre la vôtre. Rien n’est perdu : ce que vous avez écrit est toujours là, renvoyez-le dans quelques minutes. Ou téléphonez, nous vous répondrons. { $telephones }
# $name (String) - a team
# $phone (String) - its number
visits-telephone = { $name } : { $phone }
