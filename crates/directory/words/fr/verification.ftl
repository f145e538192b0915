verification-title = Vos activités dans l’annuaire
verification-lede = Voici ce que l’annuaire dit de vos activités. Relisez tranquillement : si tout est juste, un clic suffit, tout en bas. Sinon, corrigez ce qui a changé. Aucun compte n’est nécessaire.
verification-thanks = Merci beaucoup. C’est enregistré, et visible tout de suite dans l’annuaire. Vous pouvez revenir ici tant que le lien est valable.
verification-changed = Une fiche a changé pendant que vous lisiez : rien n’a été enregistré. La voici telle qu’elle est maintenant.
verification-changed-form = Cette fiche a changé pendant que vous écriviez : rien n’a été enregistré. Ce que vous avez écrit est resté ci-dessous.
verification-see-again = Voir la fiche telle qu’elle est maintenant
verification-nothing = L’annuaire ne contient plus d’activité de votre organisation. Si c’est une erreur, appelez-nous.
verification-checked = Confirmé, merci
verification-correct = Corriger
verification-all-right = Tout est juste
verification-unsaid = non renseigné
verification-correct-title = Corriger une fiche
verification-correct-lede = Changez seulement ce qui n’est plus juste, puis enregistrez : le reste est confirmé en même temps.
verification-team-lede = Au téléphone, relisez chaque champ. En enregistrant, vous dites que toute la fiche est juste aujourd’hui.
# $phone (String) - spoken
verification-call = À appeler : { $phone }
verification-disputed = La source dit autre chose depuis la dernière correction
verification-disputed-hint = Cochez ce qui est juste chez la source : c’est elle qui sera suivie. Le reste demeure comme il est écrit plus bas.
verification-said-here = L’annuaire dit
verification-said-by-source = La source dit
verification-follow = Suivre la source
verification-back = Revenir à la liste
verification-problem = À revoir avant d’enregistrer
verification-part-what = Ce que c’est
verification-part-room = Les places
verification-part-when = Les jours et les horaires
verification-publics = À qui est-ce destiné ?
verification-publics-hint = Par exemple « femmes enceintes ». Si rien n’est coché, l’annuaire ne dit pas à qui c’est destiné.
verification-age-from = À partir de quel âge ?
verification-age-to = Jusqu’à quel âge ?
verification-languages = Quelles langues y parle-t-on, en plus du français ?
verification-format = Sous quelle forme ?
verification-group-size = Combien de personnes à la fois, d’habitude ?
verification-part-access = Le lieu et l’accès
verification-field-name = Nom
verification-field-description = Présentation
verification-field-contact = Téléphone et courriel
verification-room = Peut-on accueillir quelqu’un de nouveau ?
verification-room-unknown = On ne compte pas les places
verification-room-open = Oui, il y a de la place
verification-room-full = Non, c’est complet
verification-places = Combien de places libres ?
verification-places-hint = Facultatif, un nombre.
verification-full-until = Si c’est complet, jusqu’à quand ?
verification-full-until-hint = Nous proposons trois mois : changez ce jour si vous en savez plus. Ce jour-là, l’annuaire cessera de dire « complet ». Sans jour, il ajoutera « à confirmer » au bout de trois mois.
verification-waiting-list = Nous tenons une liste d’attente
verification-limits = Ne pas recevoir trop de demandes
verification-limits-hint = Nous ne vous enverrons personne de plus quand ces limites sont atteintes, ni pendant une pause.
verification-at-once = Demandes en attente de réponse, au plus
verification-a-month = Demandes par mois, au plus
verification-pause = En pause jusqu’au
verification-pause-hint = Facultatif : vacances, travaux, fatigue de l’équipe.
verification-when-now = Aujourd’hui, l’annuaire dit :
verification-week-hint = Écrivez par exemple « 14 h à 16 h » ou « 9 h à 12 h et 14 h à 17 h ». Un jour vide : rien ce jour-là. Si tous les jours restent vides, les horaires ne changent pas.
verification-season = Précisions
verification-season-hint = Par exemple « d’octobre à juin » ou « sauf vacances scolaires ».
verification-cost = Est-ce gratuit ?
verification-cost-note = Tarif ou précision
verification-cost-hint = Par exemple « 4 € le repas ».
verification-place-now = Adresse :
verification-wheelchair = Peut-on venir en fauteuil roulant ?
verification-hearing-loop = Y a-t-il une boucle magnétique pour malentendants ?
verification-no-hearing-loop = Pas de boucle magnétique
verification-yes = Oui
verification-no = Non
verification-not-known = Je ne sais pas
verification-referrals = Courriel pour recevoir les demandes
verification-referrals-hint = Jamais publié : seule l’équipe qui accompagne les personnes l’utilise.
verification-other = Autre chose à corriger ?
verification-other-hint = L’adresse, par exemple. Une personne de l’équipe s’en occupera. Ne donnez pas d’information sur une personne.
verification-itself-other-hint = Une personne de l’équipe s’en occupera. Ne donnez pas d’information sur une personne.
verification-itself = Votre organisation
verification-itself-title = Corriger ce qui est dit de votre organisation
verification-street = Numéro et rue
verification-complement = Bâtiment, étage, entrée
verification-commune = Commune
verification-commune-hint = Son nom ou son code postal. Si l’adresse change, la carte montre le centre de la commune en attendant mieux.
verification-moves-all = Nos activités de l’ancienne adresse ont lieu à celle-ci
verification-bad-commune = Nous ne trouvons pas cette commune : choisissez-la dans la liste, ou donnez son code postal.
verification-bad-site = Cette adresse de site n’est pas complète : elle s’écrit comme www.exemple.fr.
verification-save = Enregistrer, le reste est juste
verification-gone-text = Dites-le-nous : une personne de l’équipe retirera cette activité de l’annuaire.
verification-gone-send = Cette activité n’existe plus
verification-needs-name = Donnez un nom.
verification-bad-hours = Écrivez les heures comme « 14 h à 16 h », ou laissez vide.
verification-bad-day = Choisissez un jour à venir, d’ici trois ans.
verification-bad-number = Écrivez un nombre, par exemple 3.
verification-bad-age = Écrivez un âge en années, par exemple 60.
verification-ages-crossed = L’âge le plus bas vient d’abord.
verification-zero-limit = Pour ne plus recevoir de demande, choisissez plutôt une pause.
verification-bad-email = Cette adresse n’est pas complète : elle s’écrit comme nom@exemple.fr.
verification-mail-subject = Vos activités dans l’annuaire : est-ce toujours juste ?
verification-mail-reminder-subject = Rappel : vos activités dans l’annuaire, est-ce toujours juste ?
verification-mail-first = Des personnes isolées sont orientées vers vos activités grâce à l’annuaire du territoire. Ce qui y est écrit est-il toujours juste ?
verification-mail-reminder = Nous vous avons écrit il y a quelque temps et savons que vous avez beaucoup à faire. Deux minutes suffisent : ce que l’annuaire du territoire dit de vos activités est-il toujours juste ?
# $organization (String) - its name
# $first (String) - a paragraph
# $link (String) - an address
# $until (String) - a day in words
verification-mail-body = Bonjour,

    Ce message s’adresse à { $organization }.

    { $first }

    Ouvrez cette page : vous y lirez chaque activité, et direz que tout est juste ou ce qui a changé. Il n’y a ni compte ni mot de passe.
    { $link }

    Ce lien est valable jusqu’au { $until }. Il n’ouvre que vos propres fiches.

    Merci pour ce que vous faites.
verification-list = À vérifier
verification-list-lede = Les fiches du territoire dont on est le moins sûr viennent d’abord : une demande qui n’a pas abouti, une erreur signalée, puis ce que personne n’a vérifié depuis six mois.
verification-list-empty = Rien à vérifier ici pour le moment.
verification-show = Afficher
# $n (Number) - to verify
# $total (Number) - of all
verification-to-verify = { $n ->
        [one] { NUMBER($n) } fiche est à vérifier, sur { NUMBER($total) }.
       *[other] { NUMBER($n) } fiches sont à vérifier, sur { NUMBER($total) }.
    }
verification-no-territory = Aucun territoire ne porte ce nom : essayez une commune, une intercommunalité ou un département.
verification-never-checked = Jamais vérifiée ici
# $day (String) - in words
verification-last-checked = Vérifiée le { $day }
# $n (Number)
verification-doubts = { $n ->
        [one] { NUMBER($n) } demande n’a pas abouti
       *[other] { NUMBER($n) } demandes n’ont pas abouti
    }
verification-by-phone = Vérifier par téléphone
verification-write = Écrire à l’organisation
verification-pages = Pages de la liste
verification-written = Le courriel est parti. L’organisation répondra par son lien.
verification-already-written = Cette organisation a déjà reçu un courriel il y a moins de quinze jours : mieux vaut l’appeler.
verification-no-address = Aucun courriel connu pour cette organisation : il faut l’appeler.
# $day (String) - in words
verification-by-organization = Confirmé par l’organisation elle-même le { $day }.
# $source (String) - its code
# $day (String) - in words
verification-by-source = Publié par { $source }, mis à jour le { $day } ; pas encore vérifié par l’équipe du territoire.
# $fields (String) - a list
verification-to-check = À vérifier avant d’y aller, car dit il y a longtemps : { $fields }.
verification-doubted = Une demande récente n’a pas abouti : appelez avant de vous déplacer.
verification-table = Le détail, information par information
verification-column-field = Information
verification-column-by = Dite par
verification-column-on = Le
verification-column-freshness = Fraîcheur
verification-fresh = récente
verification-fading = à revoir
verification-old = ancienne
verification-unknown = inconnue
verification-nobody = personne encore
# $source (String) - its code
verification-speaker-source = la source ({ $source })
verification-speaker-organization = l’organisation
verification-speaker-team = l’équipe du territoire
