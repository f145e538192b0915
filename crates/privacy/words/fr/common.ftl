menu-data = Données
foot-notice = Vos données
save = Enregistrer
print = Imprimer
unsaid = Pas encore dit
back-to-data = ‹ Protection des données
# $name (String) - a team
team-instead = Plutôt l’équipe « { $name } »
# $max (Number)
text-too-long = Ce texte est trop long : { NUMBER($max) } caractères au plus. Raccourcissez-le, rien d’autre n’est à refaire.
years =
    { $n ->
        [one] 1 an
       *[other] { $n } ans
    }
months =
    { $n ->
       *[other] { $n } mois
    }
days =
    { $n ->
        [one] 1 jour
       *[other] { $n } jours
    }
hours =
    { $n ->
        [one] 1 heure
       *[other] { $n } heures
    }
minutes =
    { $n ->
        [one] 1 minute
       *[other] { $n } minutes
    }

held-controller = Qui répond des données, pour chaque équipe
held-controller-name = organisme
held-controller-address = adresse
held-controller-dpo = nom du délégué ou de la déléguée à la protection des données
held-controller-dpo-email = son courriel
held-controller-dpo-phone = son téléphone
held-controller-host = hébergeur
held-impact = Versions de l’analyse d’impact
held-impact-content = ce que l’équipe y a écrit

shared-name = prénom et initiale
shared-age-band = tranche d’âge
shared-phone = téléphone
shared-likes = goûts
shared-accompaniment = besoin d’être accompagné la première fois

outside-store = Base de données
outside-reports = Copie de la base de données, pour les rapports
outside-mail = Serveur de courriel
outside-pictures = Fond de carte choisi (il voit l’adresse des navigateurs et la zone regardée)
# $name (String) - a provider
outside-provider = Connexion des professionnels par { $name }
# $what (String) - what it is there for
# $host (String) - a machine
outside-one = { $what } : { $host }

measure-always = Toujours
measure-on = Activé ici
measure-off = Pas en place ici
measure-theirs = À vérifier chez l’hébergeur
measure-roles = Chacun ne voit que ce que son rôle et ses dossiers permettent ; ce qui est interdit ressemble à ce qui n’existe pas. Les administrateurs n’ouvrent aucun dossier.
measure-trail = Chaque lecture et chaque changement d’un dossier laisse une ligne au journal, que la personne peut lire.
# $time (String)
measure-emergency = Un dossier suivi par un collègue ne s’ouvre qu’en urgence, avec une raison, pour { $time } ; la coordination est prévenue aussitôt.
measure-phrases = Phrases de passe longues, refusées si elles sont connues, gardées sous forme d’empreinte (Argon2id) ; dix essais par minute au plus.
# $idle (String)
# $longest (String)
measure-sessions = Une connexion s’arrête après { $idle } sans rien faire, et après { $longest } dans tous les cas.
measure-links = Les organisations répondent par un lien signé, qui ne sert qu’à cela et pour un temps ; l’ouvrir ne change rien.
measure-letters = Les courriels ne nomment personne, ni dans l’objet ni dans le texte.
measure-nobody-else = Aucun traceur, aucune police, aucune mesure d’audience venus d’ailleurs.
measure-small-numbers = Aucun chiffre publié sur moins de onze personnes, ni qui permette de le retrouver.
measure-bytes = Ce qui est effacé ne laisse pas un octet dans les fichiers de la base.
measure-versions = Personne n’écrase le travail d’un autre : deux versions en concurrence sont montrées toutes les deux.
measure-chain = Le journal est scellé en chaîne : une ligne changée, retirée ou ajoutée se voit.
measure-once = Un formulaire envoyé deux fois ne prend effet qu’une fois ; un formulaire venu d’un autre site est refusé.
measure-whole = Un geste est enregistré en entier ou pas du tout, même si la machine s’arrête net.
measure-backup = Sauvegarde pendant le service, relue avant de compter, rétablie à l’identique ; une sauvegarde abîmée est refusée.
measure-https = Échanges chiffrés entre le navigateur et le serveur (HTTPS).
measure-providers = Connexion par un fournisseur d’identité (ProConnect, Pro Santé Connect).
# $names (String) - providers
measure-providers-named = Connexion par un fournisseur d’identité : { $names }.
measure-own-map = Fond de carte servi par l’outil lui-même, sans demander d’image ailleurs.
measure-anchor = Marque du journal gardée chaque jour en dehors de la base, pour prouver qu’il n’a pas été refait.
measure-erased-file = Effacements notés sur un autre disque, pour être refaits si une ancienne sauvegarde est rétablie.
# $with (Number)
# $all (Number)
measure-second-step = Validation en deux étapes : { NUMBER($with) } compte ou comptes sur { NUMBER($all) } dans cette équipe.
measure-disk = Chiffrement des disques de la machine.
measure-sealed-backups = Sauvegardes scellées à une clé gardée ailleurs (option « recipient » de la commande de sauvegarde).
measure-each-night = Une sauvegarde chaque nuit, sur un autre lieu, et un essai de rétablissement de temps en temps.
measure-hosting = Hébergeur certifié pour les données de santé (HDS), si la loi le demande pour votre équipe (code de la santé publique, article L1111-8).

lack-providers = Rien n’a été essayé avec les vrais ProConnect et Pro Santé Connect.
lack-frozen = Des données gelées le restent jusqu’à ce que la coordination décide ; la copie d’une clé d’accès que son fabricant garde sur plusieurs appareils n’est remarquée de personne.
lack-engine = Avec PostgreSQL, ses propres journaux, archives et copies gardent ce qui a été effacé aussi longtemps que leurs réglages le disent.
lack-dependencies = Les failles connues des composants n’ont pas été recherchées ici ; d’autres points restent à tenir. Le détail est dans la liste OWASP ASVS du projet.
