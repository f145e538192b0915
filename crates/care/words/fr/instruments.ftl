instruments-link = Questionnaires
instruments-title = Les questionnaires de l’équipe
instruments-lede = Ceux que votre équipe pose, et ceux qu’elle pourrait poser : par quel droit, et d’où viennent leurs mots. Ce qui a déjà été répondu reste, quoi que vous choisissiez.
instruments-back-to-team = Retour à l’équipe
instruments-back = Retour aux questionnaires
instruments-used = Utilisé
instruments-take = Utiliser
instruments-drop = Ne plus utiliser
instruments-more = Source, licence et limites
# $count (Number) - of questions
instruments-questions = { $count ->
    [one] Une question
   *[other] { NUMBER($count) } questions
}
instruments-free = peut être utilisé librement
instruments-brought = apporté par l’équipe, sous sa propre licence
instruments-research = pour une étude seulement
instruments-licensed = sous licence
instruments-published = texte français publié
instruments-translated = traduction française que personne n’a validée
instruments-reconstructed = texte français écrit d’après une description publiée
instruments-ours = texte écrit pour ce logiciel
instruments-for-anyone = chacun peut y répondre, seul ou accompagné
instruments-for-professionals = posé par un professionnel
instruments-for-clinicians = posé par un professionnel de santé
instruments-others = Un autre questionnaire
instruments-others-text = Votre organisation a le droit d’en utiliser un autre, comme celui de l’OMS sur le bien-être ? Apportez ses questions : il sera posé, compté et comparé comme les autres, dans votre équipe seulement.
instruments-bring = Apporter un questionnaire
instruments-was-brought = Le questionnaire est prêt : votre équipe l’utilise à partir de maintenant.
instruments-bring-lede = Certains questionnaires ont un propriétaire : leurs questions ne sont pas dans ce logiciel. Si votre organisation a le droit de les poser, apportez-les ici.
instruments-frames = Écrire les questions
instruments-frames-text = Le calcul et les repères de ceux-ci sont déjà là. Il ne manque que leurs questions, à recopier du document que vous avez reçu.
instruments-file-title = Donner un fichier
instruments-file-text = Pour tout autre questionnaire : un fichier TOML qui décrit ses questions, ses réponses et son calcul. Prenez le fichier d’un des précédents pour modèle.
instruments-file = Fichier du questionnaire
instruments-file-hint = Un texte au format TOML, de 64 Ko au plus.
instruments-no-file = Choisissez un fichier.
instruments-team = Équipe
instruments-right = Notre organisation a le droit de poser ces questions
instruments-right-needed = Dites que votre organisation en a le droit : sans lui, ces questions ne peuvent pas être posées.
instruments-keep = Garder ce questionnaire
instruments-fill-lede = Recopiez chaque question mot pour mot : un mot changé, et le résultat ne se compare plus.
# $place (Number) - from one
instruments-question = Question { NUMBER($place) }
# $place (Number) - from one
instruments-question-needed = Recopiez la question { NUMBER($place) }.
instruments-frame-file = Télécharger la trame (TOML)
instruments-no-text = Ce fichier n’est pas un texte (UTF-8).
# $code (String) - of an instrument
instruments-ships = Le code « { $code } » est celui d’un questionnaire de ce logiciel : donnez-en un autre au vôtre.
# $version (String) - of an instrument
# $code (String) - of an instrument
instruments-changed = La version « { $version } » de « { $code } » a déjà été apportée avec d’autres mots. Donnez une autre version à ce fichier : les réponses d’avant gardent les questions d’avant.
# $why (String) - in English, by the reader of such files
instruments-unreadable = Ce fichier ne se lit pas comme un questionnaire : { $why }
instruments-flaw-items = Il faut au moins une question, et cent au plus.
instruments-flaw-no-scale = Il manque une échelle (« scales ») : ce que l’on calcule des réponses.
# $code (String) - of a question or an instrument
instruments-flaw-code = « { $code } » n’est pas un code : de petites lettres sans accent, des chiffres et « _ », en commençant par une lettre.
# $code (String) - of a question or a scale
instruments-flaw-twice = Le code « { $code } » est utilisé deux fois.
# $item (String) - a code
instruments-flaw-prefix = Le code de la question « { $item } » doit commencer par celui du questionnaire, puis un point.
# $code (String) - of a question or an instrument
instruments-flaw-text = Il manque un texte à « { $code } », dans une des deux langues.
# $item (String) - a code
instruments-flaw-choices = La question « { $item } » n’a pas de réponse à choisir, ou deux réponses de même valeur.
# $scale (String) - a code
# $item (String) - a code
instruments-flaw-unknown = L’échelle « { $scale } » parle de la question « { $item } », qui n’existe pas.
# $item (String) - a code
instruments-flaw-unread = La question « { $item } » n’entre dans aucune échelle.
# $scale (String) - a code
instruments-flaw-weights = L’échelle « { $scale } » doit donner un poids, ou une liste, à chacune de ses questions et à elles seules.
# $scale (String) - a code
instruments-flaw-may-miss = L’échelle « { $scale } » pourrait être lue sans aucune réponse.
# $scale (String) - a code
# $low (Number) - as the file says
# $high (Number) - as the file says
# $reached-low (Number) - by its answers
# $reached-high (Number) - by its answers
instruments-flaw-reach = L’échelle « { $scale } » est dite aller de { NUMBER($low) } à { NUMBER($high) }, mais ses réponses vont de { NUMBER($reached-low) } à { NUMBER($reached-high) }.
# $scale (String) - a code
instruments-flaw-bands = Les repères de l’échelle « { $scale } » ne montent pas de sa plus petite valeur à sa plus grande.
instruments-right-title = Votre droit
