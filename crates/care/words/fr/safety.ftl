safety-title = Avant de continuer
safety-lede = Une réponse demande que vous vous arrêtiez, quel que soit le résultat. Les résultats viennent ensuite.
safety-now = À faire maintenant
safety-talk = Parlez-en avec la personne, simplement et sans juger : demandez-lui ce qu’elle a voulu dire, depuis quand, et si elle pense à mourir. En parler ne donne pas l’idée.
safety-danger-before = En cas de danger immédiat, appelez le
safety-danger-after = , et ne laissez pas la personne seule.
safety-helpline-before = Le
safety-helpline-after = , numéro national de prévention du suicide, répond jour et nuit, gratuitement, aux professionnels aussi.
safety-done = Ce qui a été fait
safety-assessed = Nous en avons parlé : pas de danger pour le moment
safety-helpline = Le 3114 a été appelé, avec la personne ou pour avis
safety-emergency = Le 15 ou le 112 a été appelé, ou la personne est aux urgences
safety-appointment = Un médecin ou un psychologue la voit, et le jour est fixé
safety-handed-over = Je ne peux pas le faire : quelqu’un d’autre s’en charge
safety-done-needed = Dites ce qui a été fait.
safety-note = À ajouter, si vous le voulez
safety-note-hint = Qui a été appelé, ce qui est convenu. Si quelqu’un d’autre s’en charge, écrivez son nom.
safety-who-needed = Écrivez le nom de la personne qui s’en charge.
safety-say = Garder, et voir les résultats
safety-results = Voir les résultats
# $what (String) - what was done
# $by (String) - an account
# $when (String) - a moment
safety-said = { $what }. Noté par { $by }, le { $when }.
safety-list-title = Des réponses à ne pas laisser passer
safety-list-lede = Pour chacune, quelqu’un doit encore dire ce qui a été fait.
safety-list-empty = Aucune réponse n’attend.
# $when (String) - a moment
safety-since = Réponse du { $when }
safety-see = Voir et dire
# $count (Number) - of answers
safety-waiting = { $count ->
    [one] Une réponse ne doit pas être laissée passer : dites ce qui a été fait
   *[other] { NUMBER($count) } réponses ne doivent pas être laissées passer : dites ce qui a été fait
}
safety-mail-subject = Une réponse vous attend
# $link (String) - where
safety-mail-body =
    Bonjour,

    Dans une consultation de votre équipe, une réponse demande que quelqu’un s’en occupe sans attendre. Voyez laquelle, et dites ce qui a été fait, ici :

    { $link }

    L’équipe Maillage
