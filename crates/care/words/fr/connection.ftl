## A connection's states, in one line each.
connection-state-proposed = Proposé, pas encore demandé
connection-state-asked = Demandé, en attente de réponse
connection-state-waitlisted = Sur liste d’attente
connection-state-accepted = Accepté, la rencontre est à préparer
connection-state-declined = Refusé
connection-state-expired = Sans réponse après 30 jours
connection-state-introduced = Première rencontre prévue
connection-state-took-part = Participe
connection-state-settled = Participe sans notre aide
connection-state-dropped = Abandonné


## How the person goes the first time.
connection-going-alone = Sans accompagnement
connection-going-accompanied = Avec quelqu’un
connection-going-transport = Avec un transport organisé

## What may be told to an organisation, and how it is worded.
connection-shared-name = Prénom et initiale
connection-shared-age-band = Âge
connection-shared-phone = Téléphone
connection-shared-likes = Ce qui lui plaît
connection-shared-accompaniment = La première fois
# $from (Number) - youngest
# $to (Number) - oldest
connection-age-band = entre { NUMBER($from) } et { NUMBER($to) } ans
connection-needs-accompaniment = souhaite que quelqu’un l’accompagne ou l’attende à l’entrée
# $person (String) - who agrees
# $site (String) - who tells
# $organization (String) - who is told
# $resource (String) - what is asked for
connection-consent-opening = { $person } accepte que l’équipe « { $site } » demande une place à « { $organization } », pour « { $resource } », et lui dise :
# $label (String) - kind
# $text (String) - what is told
connection-consent-line = – { $label } : { $text }
connection-consent-nothing = – rien d’autre que cette demande
connection-consent-closing = Rien n’est dit de sa santé. Cet accord peut être retiré à tout moment ; plus rien n’est alors transmis.

## The list of a case, and one connection.
connection-list-title = Les mises en lien
# $person (String) - whose
connection-list-lede = Chaque activité proposée à { $person }, et où cela en est.
connection-list-empty = Rien n’a encore été proposé
connection-list-empty-text = Cherchez ensemble une activité près du domicile, puis proposez-la ici.
connection-find = Trouver une activité
# $organization (String) - who offers it
connection-at = avec { $organization }
# $done (Number) - knots tied
connection-thread-label = 
    { $done ->
        [1] Proposé
        [2] Proposé, demandé
        [3] Proposé, demandé, accepté
        [4] Proposé, demandé, accepté, rencontre préparée
        [5] Venue au moins une fois
        [6] Venue au moins trois fois
       *[other] Venue au moins six fois
    }
# $n (Number) - times
connection-times = 
    { $n ->
        [0] Pas encore de venue
        [one] Une venue
       *[other] { $n } venues
    }
connection-milestone-first = 1re fois
connection-milestone-third = 3e fois
connection-milestone-sixth = 6e fois
connection-next-title = La prochaine chose à faire
connection-next-proposed = Parlez-en ensemble. Si c’est oui, demandez une place : l’organisation n’apprendra que ce que la personne accepte de lui dire.
# $on (String) - day
# $reminder (String) - day
# $end (String) - day
connection-next-asked = Demande envoyée le { $on }. Sans réponse, une relance part le { $reminder } ; la demande s’éteint le { $end }.
# $on (String) - day
# $reminder (String) - day
# $end (String) - day
connection-next-reminded = Demande envoyée le { $on }, relancée le { $reminder }. Sans réponse, elle s’éteint le { $end }.
# $end (String) - day
connection-next-call = Aucune adresse n’est connue pour les demandes : appelez l’organisation, puis notez sa réponse. Sans réponse notée, la demande s’éteint le { $end }.
# $until (String) - day
connection-next-waitlisted = Sur liste d’attente. L’organisation sera interrogée de nouveau le { $until }.
# $until (String) - day
connection-next-waited = Sur liste d’attente jusqu’au { $until }, et toujours sans nouvelle : appelez l’organisation.
connection-next-accepted = L’organisation a dit oui. Préparez la première rencontre : c’est là que l’on perd le plus de monde.
# $on (String) - day
connection-next-introduced = La première rencontre est prévue le { $on }. Après elle, appelez la personne et notez sa venue.
connection-next-introduced-some-day = La première rencontre est préparée, sans jour fixé. Notez la venue dès qu’elle a lieu.
connection-next-took-part = Notez chaque venue. Quand la personne y va sans votre aide, dites-le : c’est le but.
# $reason (String) - why
connection-next-declined = L’organisation n’a pas pu dire oui. Raison donnée : { $reason }. Cherchez la suite ensemble.
# $on (String) - day
connection-next-expired = Trente jours sans réponse : la demande s’est éteinte le { $on }. Cherchez la suite ensemble.
connection-next-settled = La personne participe sans votre aide. Il n’y a plus rien à faire ici.
# $reason (String) - why
connection-next-dropped = Cette piste s’arrête là. Raison notée : { $reason }.
connection-withdrawn-notice = La personne ne souhaite plus que cette organisation ait ses informations. Plus rien ne lui est envoyé.
connection-gone-notice = Cette activité n’est plus dans le répertoire.
connection-next-best-title = D’autres possibilités
connection-call-sheet = Au téléphone
# $who (String) - the caller
# $resource (String) - what
connection-call-say = « Bonjour, { $who }. J’accompagne une personne qui souhaite rejoindre « { $resource } ». Pouvez-vous l’accueillir ? »
connection-call-may-tell = Vous pouvez dire, et rien d’autre :
connection-call-nothing = La personne n’a accepté que la demande elle-même : ne dites rien d’elle.
connection-phone-unknown = Aucun téléphone n’est connu. Complétez la fiche dans le répertoire.
connection-phone-answer = L’organisation a répondu par téléphone

## Asking for a place.
connection-ask-title = Demander une place
connection-ask-lede = Lisez ces mots avec la personne. Cochez seulement ce qu’elle accepte de dire.
connection-ask-address = Écrire à
connection-ask-address-given = L’organisation a donné cette adresse pour les demandes.
connection-ask-address-answered = Une demande envoyée là a déjà reçu une réponse.
connection-ask-address-published = Adresse publiée dans l’annuaire. Pour une première demande, vérifiez-la au téléphone.
connection-ask-address-unknown = Aucune adresse n’est connue. Demandez-la à l’organisation, ou préparez l’appel.
connection-ask-by-mail = L’organisation reçoit un message qui ne nomme personne, avec un lien valable 30 jours pour voir ces réponses et répondre.
connection-ask-by-phone = Par téléphone, rien ne part : une feuille vous dit qui appeler et quoi dire.
connection-ask-share = Ce qu’elle accepte de dire
connection-ask-likes = Ce qui lui plaît, avec ses mots
connection-ask-likes-hint = Transmis seulement si la case est cochée. Rien sur la santé.
connection-ask-agreed = La personne a entendu ces mots et elle est d’accord.
connection-ask-send = Envoyer la demande
connection-ask-prepare-call = Préparer l’appel
connection-ask-cancel = Pas maintenant
connection-ask-needs-agreement = Sans l’accord de la personne, rien n’est envoyé. Cochez la case quand elle l’a donné.
connection-ask-needs-address = Écrivez l’adresse de l’organisation, ou préparez l’appel.
connection-ask-bad-address = Cette adresse ne peut pas recevoir de courriel. Exemple : accueil@exemple.fr
connection-ask-needs-likes = Écrivez ce qui lui plaît, ou décochez la case.
connection-ask-tick-likes = Ce texte ne sera transmis que si vous cochez la case « Ce qui lui plaît ». Cochez-la, ou effacez le texte.
# $max (Number) - characters
connection-too-long = Ce texte est trop long : { NUMBER($max) } caractères au plus.

## An answer: yes, waiting list, no.
connection-yes-legend = Oui, la personne est la bienvenue
connection-yes-send = C’est oui
connection-yes-answer = Répondre oui
connection-meeting-on = Jour de la première rencontre
connection-meeting-on-hint = Facultatif. Il peut être fixé plus tard ensemble.
connection-meeting-place = Heure et lieu
connection-meeting-place-hint = Facultatif. Par exemple : 14 h, entrée côté jardin.
connection-meeting-contact = Qui demander
connection-meeting-contact-hint = Facultatif. Un prénom, un numéro.
connection-wait-legend = Pas tout de suite : liste d’attente
connection-wait-send = C’est la liste d’attente
connection-wait-answer = Mettre sur liste d’attente
connection-until = Quand reposer la question
connection-until-hint = Sans date, la question sera reposée dans un mois.
connection-no-legend = Non, ce n’est pas possible
connection-no-send = C’est non
connection-no-answer = Répondre non
connection-no-reason = Pour quelle raison ?
connection-no-words = Quelques mots pour l’équipe
connection-no-words-hint = Facultatif. Ils ne sont jamais montrés à la personne.
connection-reason-needed = Choisissez une raison : elle aide à trouver une meilleure piste.
connection-day-unreadable = Cette date ne se lit pas. Écrivez-la ainsi : 31/01/2026.
connection-day-needed = Donnez un jour.
connection-day-gone = Ce jour est déjà passé.
connection-day-to-come = Ce jour est encore à venir.
connection-day-before-asked = L’organisation n’avait pas encore été sollicitée ce jour-là.

## First meeting, attendance, end.
connection-introduce-send = La rencontre est préparée
connection-introduce-again = Changer la rencontre
connection-going = Comment y va-t-elle ?
connection-going-needed = Dites comment la personne s’y rend.
connection-came-today-mme = Est venue aujourd’hui
connection-came-today-m = Est venu aujourd’hui
connection-came-today = Présence aujourd’hui
connection-came-on = Une venue un autre jour
connection-came-day = Jour
connection-came-send = Noter ce jour
connection-settle-send = Y va maintenant sans mon aide
connection-drop-title = Abandonner cette piste
connection-drop-reason = Pourquoi ?
connection-drop-send = Abandonner

## Agreement, shown and withdrawn.
connection-consent-title = L’accord de la personne
# $on (String) - day
connection-consent-given = Donné le { $on }
# $on (String) - day
connection-consent-withdrawn = Retiré le { $on }
connection-consent-none = Aucun accord n’a été recueilli pour cette organisation.
connection-consent-withdraw = Retirer l’accord
connection-meeting-title = La première rencontre
connection-organization-words = Mots de l’organisation, pour l’équipe seulement

## What happened, in lines.
connection-story-title = Le fil
connection-story-proposed = Proposé
connection-story-asked = Place demandée
connection-story-reminded = Relance envoyée
connection-story-accepted = L’organisation a dit oui
connection-story-declined = L’organisation a dit non
connection-story-waitlisted = Mise sur liste d’attente
connection-story-expired = Demande éteinte, sans réponse
connection-story-introduced = Rencontre préparée
connection-story-attended = Venue
connection-story-settled = Y va sans notre aide
connection-story-dropped = Abandonné
connection-story-other = Autre événement
connection-story-by-organization = par l’organisation, avec son lien
connection-story-to-remind = Relance, si personne n’a répondu
connection-story-to-expire = Fin de la demande, si personne n’a répondu
connection-story-to-ask-again = La question sera reposée à l’organisation
connection-story-to-meet = Première rencontre

## When it cannot be done.
connection-problems = À corriger
connection-stale-title = Cette mise en lien a changé pendant que vous écriviez
connection-stale-text = Voici où il en est maintenant. Ce que vous aviez écrit est gardé ci-dessous : refaites votre choix s’il est toujours bon.
connection-refused-not-now = Cela ne peut pas être fait maintenant : voici où en est cette mise en lien.
connection-refused-closed = L’accompagnement est terminé : on peut lire, mais plus rien changer.
connection-refused-already = Cette activité est déjà proposée à cette personne. La voici.
connection-refused-paused = Cette organisation est en pause et ne peut accueillir personne pour le moment. Rien n’a été envoyé.
connection-refused-enough = Cette organisation a déjà autant de demandes qu’elle en accepte. Rien n’a été envoyé.
connection-ask-room = Les places, d’après l’annuaire :
connection-ask-doubted = Une demande récente à cette activité n’a pas abouti : mieux vaut appeler d’abord.
connection-refused-no-consent = La personne n’a pas donné son accord, ou l’a retiré.

## The organisation's page, behind its signed link.
connection-reply-title = Pouvez-vous accueillir une personne ?
# $who (String) - who accompanies
# $resource (String) - what
connection-reply-lede = { $who } accompagne une personne qui souhaite rejoindre « { $resource } ».
connection-reply-facts = Ce que la personne accepte de vous dire
connection-reply-no-facts = La personne n’a pas souhaité en dire plus avant la rencontre.
connection-reply-facts-care = Ces informations vous sont confiées pour l’accueillir. Elles ne sont ni à transmettre, ni à garder ailleurs.
# $site (String) - team
connection-reply-question = Une question ? { $site },
connection-reply-thanks = Merci, votre réponse est arrivée
# $on (String) - day
# $who (String) - who accompanies
connection-reply-said-yes = Vous avez répondu oui le { $on }. { $who } prévient la personne et vous rappelle pour préparer sa venue.
# $on (String) - day
connection-reply-said-yes-before = Vous avez répondu oui le { $on }. Merci de l’accueillir.
# $on (String) - day
# $until (String) - day
connection-reply-said-wait = Vous avez répondu le { $on } : liste d’attente. La question vous sera reposée le { $until }. Si une place se libère avant, dites-le ici.
# $on (String) - day
# $reason (String) - why
connection-reply-said-no = Vous avez répondu non le { $on }. Raison donnée : { $reason }. Une autre piste va être cherchée.
connection-reply-change = Pour changer cette réponse, appelez l’équipe.
connection-reply-again = Il n’a rien été changé : une réponse avait déjà été donnée.
connection-reply-withdrawn-title = Cette demande a été retirée
connection-reply-withdrawn-text = La personne ou l’équipe qui l’accompagne a retiré cette demande. Vous n’avez rien à faire. Merci d’avoir pris le temps.

## Letters to organisations. They name nobody.
# $resource (String) - what
connection-mail-request-subject = Une demande de place pour « { $resource } »
# $who (String) - who accompanies
# $resource (String) - what
connection-mail-request = Une personne accompagnée par { $who } souhaite rejoindre « { $resource } ».
# $resource (String) - what
connection-mail-reminder-subject = Rappel : une demande de place pour « { $resource } »
# $who (String) - who accompanies
# $resource (String) - what
connection-mail-reminder = Il y a dix jours, nous vous écrivions : une personne accompagnée par { $who } souhaite rejoindre « { $resource } ». Elle attend votre réponse.
# $resource (String) - what
connection-mail-waiting-subject = Une place s’est-elle libérée pour « { $resource } » ?
# $who (String) - who accompanies
# $resource (String) - what
connection-mail-waiting = Vous avez mis sur liste d’attente une personne accompagnée par { $who }, qui souhaite rejoindre « { $resource } ». Une place s’est-elle libérée ?
# $first (String) - why we write
# $link (String) - address
# $until (String) - day
# $site (String) - team
# $phone (String) - number
connection-mail-body =
    Bonjour,

    { $first }

    Pouvez-vous l’accueillir ? Répondez ici, sans compte : oui, liste d’attente ou non.
    { $link }

    Ce lien est valable jusqu’au { $until }. Il est pour votre équipe seulement : il mène à ce que la personne accepte de vous dire.

    Une question ? { $site }, { $phone }.

    Par discrétion, ce message ne nomme pas la personne.

    L’équipe Maillage
# $resource (String) - what
connection-mail-not-coming-subject = Une place est libre à nouveau pour « { $resource } »
# $who (String) - who accompanies
# $resource (String) - what
# $site (String) - team
# $phone (String) - number
connection-mail-not-coming =
    Bonjour,

    Une personne accompagnée par { $who } était attendue pour « { $resource } ». Elle ne viendra pas. Merci de lui avoir fait une place : elle est libre à nouveau.

    Une question ? { $site }, { $phone }.

    Par discrétion, ce message ne nomme pas la personne.

    L’équipe Maillage
