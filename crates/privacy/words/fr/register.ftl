home-title = Protection des données
home-lede = Ce que votre équipe doit pouvoir montrer, fait à chaque lecture à partir de ce que l’outil garde vraiment.
home-unsaid = Personne n’a encore dit qui répond des données de cette équipe, ni sur quelle base légale.
home-who = Qui répond des données
home-nobody = Le registre, l’analyse et la feuille remise aux personnes ont besoin de ces lignes pour être complets.
home-take-out = Emporter les dossiers de l’équipe
home-take-out-short = Une copie de tous les dossiers, demandée par une personne et accordée par une autre.
home-studies-short = Ce que font les études de l’équipe, et leurs données à accorder ou à refuser.
home-show = À montrer
# $day (String)
home-assessed = Complétée le { $day }.
home-not-assessed = L’équipe n’y a encore rien écrit.
home-open =
    { $n ->
        [one] Une mesure de sécurité n’est pas en place ici.
       *[other] { $n } mesures de sécurité ne sont pas en place ici.
    }

register-title = Registre des activités de traitement
register-short = Une fiche par activité : pourquoi, quoi, qui, combien de temps (RGPD, article 30).
register-lede = Les données viennent des tables de la base, les durées des constantes du programme, les mesures des réglages de cette installation : ce registre dit ce qui est, aujourd’hui.
register-download = Télécharger (fichier JSON)
register-sheets = Les fiches
# $time (String)
register-backups = Sauvegardes gardées { $time }, selon l’organisme.
data-moments = dates
data-accounts = compte de qui l’a noté
sheet-purposes = Finalités
sheet-basis = Base légale
sheet-persons = Personnes concernées
sheet-data = Données
sheet-no-data = Aucune donnée de plus : ce sont des comptes faits à partir des dossiers, sans rien garder de chacun.
sheet-recipients = Destinataires
sheet-transfers = Transferts hors de l’Union européenne
sheet-retention = Durées de conservation
sheet-measures = Mesures de sécurité
sheet-measures-common = Les mêmes pour toutes les fiches : voir la liste en fin de registre.
measures-lede = Ce que l’outil fait toujours, ce que les réglages ont activé ici, et ce que seul l’hébergeur peut assurer.
research-title = Études de recherche
research-purposes =
    Proposer une étude à une personne accompagnée, garder son accord ou son refus, et lui poser les mêmes questions après quelques mois.
    Transmettre ses réponses sous un code à l’établissement qui répond de l’étude.
research-basis =
    L’accord de la personne, avec les mots entendus ce jour-là ; elle le reprend quand elle veut et dit si ses réponses peuvent rester.
    Chaque étude a son responsable et ses formalités (comité, méthodologie de référence), dites dans son protocole.
research-persons =
    Les personnes à qui une étude a été proposée.
    Les professionnels qui préparent une étude, la proposent, demandent ses données ou les accordent.
research-recipients =
    Les équipes qui prennent part : chacune ouvre les dossiers de ses propres personnes.
    L’établissement responsable : des réponses sous des codes, sans nom, sans date et sans texte libre, quand deux personnes sont d’accord ; au moins onze personnes partagent chaque combinaison de ce qui les ferait reconnaître.
# $patience (String)
research-kept = Après la fin d’une étude, le nombre de mois qu’elle dit elle-même, puis au terme de { $patience } de vérification plus aucun code ne mène à une personne. Plus tôt, si la personne est effacée : seul un nombre reste.

support-title = Accompagnement vers des liens (prescription sociale)
support-purposes =
    Accompagner des personnes isolées vers des activités et des liens près de chez elles : les appeler, faire le point, convenir d’un plan, les mettre en lien, s’assurer qu’elles y trouvent leur place.
    Rendre compte au professionnel qui a fait la demande de ce qu’elle devient.
basis-unsaid = À compléter : la base légale n’a pas encore été choisie (RGPD, article 6).
sharing-information = L’agent de liaison est membre de l’équipe de soins : la personne est informée du partage et peut s’y opposer (code de la santé publique, article L1110-4). Données de santé éventuelles : RGPD, article 9, 2, h.
sharing-prior = L’agent de liaison n’est pas membre de l’équipe de soins : rien ne lui est transmis sans le consentement préalable de la personne, noté, daté et repris quand elle veut (code de la santé publique, article L1110-4). Données de santé éventuelles : RGPD, article 9, 2, a.
support-persons =
    Les personnes accompagnées, ou pour qui une demande a été faite.
    Les proches qui se sont inquiétés d’elles (leur nom ne leur est pas dit).
    Les professionnels qui les orientent ou les accompagnent.
# $told (String) - a list
support-recipients =
    Les agents de liaison de l’équipe, pour les demandes et les dossiers que personne ne suit encore ; ensuite celui ou celle qui suit la personne, et la coordination.
    Le professionnel qui a fait la demande : où elle en est, pas le dossier.
    Les organisations que la personne a acceptées, une par une, et seulement ce qu’elle accepte de leur dire parmi : { $told }.
# $kept (String)
# $patience (String)
support-kept = { $kept } après le dernier contact, les données d’une personne que plus personne n’accompagne sont effacées d’elles-mêmes, au terme de { $patience } de vérification. Plus tôt, si elle le demande.
# $time (String)
support-kept-link = Une demande de place restée sans réponse expire au bout de { $time }, et son lien avec elle.
# $time (String)
support-kept-letters = Courriels : le texte jusqu’à l’envoi, l’adresse et l’objet encore { $time }. Rappels faits : { $time } aussi.
support-kept-erased = D’une personne effacée, il reste un identifiant qui ne mène plus à personne, et les lignes du journal, sans son nom.
host-unsaid = L’hébergeur de la machine (à compléter).
# $host (String)
host-said = L’hébergeur de la machine, sous-traitant s’il est extérieur : { $host }.
transfers-none = Aucun par l’outil : il n’échange avec aucune machine extérieure. Reste le pays de l’hébergeur.
# $hosts (String) - a list
transfers-to-check = L’outil n’échange qu’avec les machines nommées dans ses réglages, dont le pays est à vérifier : { $hosts }.

directory-title = Annuaire des organisations et des activités
directory-purposes =
    Savoir qui propose quoi sur le territoire, le publier, et le tenir à jour avec les organisations.
directory-basis =
    Mission d’intérêt public, ou intérêt légitime à informer le public (RGPD, article 6, 1, e ou f) ; données publiques pour l’essentiel (data·inclusion, licence ouverte).
directory-persons =
    Les personnes que les organisations désignent pour être jointes.
    Celles qui signalent une erreur, si elles ont laissé un moyen de les joindre.
    Les professionnels qui tiennent l’annuaire.
directory-recipients =
    Tout le monde, pour ce qui est publié, par les pages et par l’interface ouverte aux programmes.
    La coordination et l’administration, pour les signalements.
# $files (String)
directory-kept =
    Une fiche reste tant que sa source la donne ; ensuite elle n’est plus montrée, mais n’est pas effacée d’elle-même.
    Le moyen de joindre qui a signalé une erreur est oublié avec la réponse.
    Fichiers apportés à l’annuaire : { $files }.

accounts-title = Comptes des professionnels et journal de sécurité
accounts-purposes =
    Ouvrir l’outil à ceux qui en ont besoin, et à eux seuls.
    Savoir qui a ouvert ou changé quel dossier, pour les personnes et en cas d’abus.
accounts-basis =
    Obligation de sécurité et de traçabilité (RGPD, articles 6, 1, c et 32) ; exécution des missions de chacun.
accounts-persons =
    Les professionnels qui ont, ou ont eu, un compte.
    Pour le journal : aussi les personnes dont le dossier est ouvert, par un identifiant interne.
accounts-recipients =
    L’administration de l’équipe, pour les comptes et le journal.
    La personne accompagnée, pour les lignes du journal qui la concernent.
# $time (String) - a length of time
accounts-kept = Comptes : tant qu’ils servent. Un compte fermé n’ouvre plus rien ; après { $time } et les trente jours que cela prend, il perd son nom, son adresse et tout ce qui l’ouvrait, et ce qui a été fait en son nom reste sous « Ancien compte » et quatre caractères.
# $time (String) - a length of time
accounts-kept-trail = Journal de qui a vu quoi : { $time }, et les trente jours qu’il met à partir ; la ligne qui le dit est elle aussi dans le journal.
# $idle (String)
# $longest (String)
accounts-kept-sessions = Connexions : elles ne servent plus après { $idle } sans rien faire ou { $longest } en tout, et partent à la connexion suivante de quelqu’un.
# $time (String)
accounts-kept-invitation = Liens d’invitation : ils servent pendant { $time } ; leur empreinte reste ensuite.
# $time (String)
accounts-kept-guess = Essais de phrase de passe : comptés sur { $time }, puis oubliés à l’essai suivant.
# $time (String)
accounts-kept-sign-ins = Journal des connexions : { $time }. Du réseau, seul le début de l’adresse ; d’un essai sous une adresse inconnue, rien de ce qui a été tapé.
# $time (String) - a length of time
accounts-kept-forms = Clés des formulaires reçus : { $time }.

figures-title = Chiffres de l’activité
figures-purposes =
    Compter ce qui est fait, ce qui attend et ce qui marche, pour l’équipe et ceux à qui elle rend compte.
figures-recipients =
    L’équipe, pour ses comptes exacts.
    Tout lecteur d’un chiffre publié : aucune case de moins de onze personnes, et aucune part sur moins de onze.
figures-kept =
    Rien n’est gardé : les chiffres sont comptés à chaque lecture.
    Une exception : combien de fois les activités sont montrées dans les listes, en sommes par mois, sans personne.
