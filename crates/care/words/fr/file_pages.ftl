# $name (String) - the person
heading-back = ‹ Dossier de { $name }
closed-notice = Cet accompagnement est terminé : cette page se lit, elle ne se modifie plus.
stale-title = Quelqu’un d’autre a enregistré entre-temps
# $by (String) - an account
# $at (String) - a moment
stale-text = { $by } a enregistré le { $at }. Rien n’est perdu : voici ce que vous avez écrit et ce qui est enregistré. Corrigez plus bas si besoin, puis enregistrez de nouveau.
stale-typed = Ce que vous avez écrit
stale-stored = Ce qui est enregistré
stale-nothing = (rien)
# $max (Number)
text-too-long = Ce texte est trop long : { NUMBER($max) } caractères au plus. Raccourcissez-le, rien d’autre n’est à refaire.
choice-unknown = Un des choix cochés ne fait pas partie de la liste.
saved-notice = C’est enregistré.

details-link = Corriger les coordonnées
details-title = Corriger les coordonnées
details-lede = Ce qui est noté d’une personne doit être juste : elle peut le demander à tout moment.
details-save = Enregistrer
