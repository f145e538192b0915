# Ce que le programme dit dans un terminal.
# $path (String) - file
# $reason (String) - what the system says
failure-config-unread = Le fichier de réglages { $path } ne peut pas être lu : { $reason }
# $path (String) - file
# $line (String) - line number
# $reason (String) - what is wrong
failure-config-wrong = Le fichier de réglages { $path } est à corriger à la ligne { $line } : { $reason }
# $name (String) - setting
# $option (String) - the same on the command line
# $variable (String) - the same in the environment
failure-missing = Il manque le réglage « { $name } » : ajoutez --{ $option } …, la variable MAILLAGE_{ $variable } ou une ligne du fichier de réglages.
failure-public-url-shape = L’adresse publique s’écrit comme https://maillage.exemple.fr
failure-public-url-path = L’adresse publique s’arrête après le nom du serveur : l’application répond à la racine, par exemple https://maillage.exemple.fr
failure-public-url-not-secure = L’adresse publique doit commencer par https:// (http:// seulement sur cette machine, par exemple http://127.0.0.1:8080) : les phrases de passe voyageraient en clair.
# $typed (String) - what was typed
failure-map-tiles = Le fond de carte « { $typed } » ne convient pas : map_tiles doit commencer par https:// et contenir {"{"}z{"}"}, {"{"}x{"}"} et {"{"}y{"}"}, et map_credit dire de qui il vient.
failure-report-store = report_store est une copie PostgreSQL (postgres://…) de données qui sont elles aussi sur PostgreSQL : vérifiez report_store et store.
# $name (String) - the setting
# $least (Number)
# $most (Number)
# $months (Number)
failure-months = { $name } va de { $least } à { $most } mois : { $months } n’est pas possible.
# $typed (String) - what was typed
failure-second-step = « { $typed } » n’est pas un rôle (second_step) : prescriber, link_worker, coordinator, administrator
# $typed (String)
failure-anchor-to = « { $typed } » n’est pas une adresse de courriel (anchor_to)
# $file (String)
# $reason (String)
failure-erased-unread = Le fichier des personnes effacées, { $file }, ne se lit pas ({ $reason }). Rien n’a été rétabli.
# $file (String)
# $line (String)
failure-erased-wrong = Le fichier des personnes effacées, { $file }, ne dit personne à la ligne { $line }. Rien n’a été rétabli.
# $path (String)
# $error (String)
failure-anchors-unread = Les repères de { $path } ne se lisent pas : { $error }
# $path (String)
# $line (String)
failure-anchors-wrong = { $path }, ligne { $line } : ce n’est pas un repère du journal
# $typed (String)
failure-mail-from = L’expéditeur « { $typed } » ne contient pas d’adresse de courriel : écrivez par exemple Maillage <maillage@exemple.fr>
# $reason (String) - what is wrong
failure-smtp = L’adresse du serveur de courriel ne se comprend pas ; écrivez smtp://localhost:25 ou smtps://utilisateur:motdepasse@serveur. { $reason }
# $listen (String) - address
# $reason (String) - what the system says
failure-port = L’adresse { $listen } n’est pas libre ou pas permise : { $reason }. Choisissez-en une autre avec --listen, par exemple --listen 127.0.0.1:8081
# $listen (String) - address
failure-not-loopback = La démonstration n’écoute que cette machine : { $listen } l’ouvrirait à d’autres, avec une phrase de passe que tout le monde connaît. Ajoutez --public si c’est ce que vous voulez.
# $path (String) - folder
# $reason (String) - what the system says
failure-folder = Le dossier { $path } ne peut pas être utilisé : { $reason }
# $path (String) - folder
failure-folder-in-use = Une autre démonstration tourne déjà dans { $path } : arrêtez-la, ou choisissez un autre dossier avec --data.
# $path (String) - folder
failure-not-a-demonstration = Le dossier { $path } contient d’autres données que celles d’une démonstration : rien n’a été touché. Choisissez un autre dossier avec --data.
# $path (String) - folder
failure-demo-other-version = La démonstration du dossier { $path } vient d’une autre version de Maillage : ajoutez --fresh pour la recommencer, ou choisissez un autre dossier avec --data.
failure-only-a-demonstration = Ces données sont celles d’une démonstration, dont tout le monde connaît la phrase de passe : elles ne peuvent pas servir à une vraie équipe. Choisissez un autre emplacement.
# $reason (String) - what is wrong
failure-demo-data = Les données de démonstration de ce programme sont abîmées : { $reason }
# $typed (String) - what was typed
failure-unknown-commune = Aucune commune ne s’appelle « { $typed } » : écrivez son nom ou son code postal.
# $typed (String) - what was typed
# $proposed (String) - communes
failure-ambiguous-commune = « { $typed } » peut être plusieurs communes : { $proposed }. Ajoutez le code postal.
# $option (String) - option
# $typed (String) - what was typed
failure-value = --{ $option } « { $typed } » ne se comprend pas ou est trop long.
# $name (String) - site
failure-site-taken = Il y a déjà une équipe nommée « { $name } ».
failure-no-site = Il n’y a pas encore d’équipe : ajoutez-en une avec « maillage site add ».
# $known (String) - names of sites
failure-which-site = Il y a plusieurs équipes : ajoutez --site et l’un de ces noms : { $known }
# $asked (String) - what was typed
# $known (String) - names of sites
failure-unknown-site = Il n’y a pas d’équipe nommée « { $asked } ». Il y a : { $known }
# $email (String) - address
# $site (String) - site
failure-already-member = { $email } est déjà dans l’équipe « { $site } », avec un autre rôle.
# $path (String) - file or place
# $reason (String) - what the system says
failure-backup-file = Le fichier { $path } ne peut pas être utilisé : { $reason }
# $path (String) - file or place
failure-backup-exists = { $path } existe déjà et reste tel quel : choisissez un autre nom.
# $path (String) - file or place
failure-backup-foreign = { $path } n’est pas une sauvegarde de Maillage. Rien n’a changé.
# $path (String) - file or place
failure-backup-damaged = { $path } est abîmée ou coupée : rien n’en a été repris. Prenez une autre sauvegarde ; une copie de celle-ci est peut-être entière.
# $path (String) - file or place
# $by (String) - version
failure-backup-newer = { $path } vient d’un Maillage plus récent ({ $by }) : installez cette version, ou une suivante, et recommencez. Rien n’a changé.
# $path (String) - file or place
# $by (String) - version
failure-backup-unlike = { $path } vient d’un Maillage ({ $by }) dont les tables ne sont pas celles de ce programme : prenez le programme qui l’a faite. Rien n’a changé.
# $path (String) - file or place
failure-backup-needs-identity = { $path } est scellée : ajoutez --identity et le fichier de la clé privée.
# $path (String) - file or place
failure-backup-wrong-identity = { $path } est scellée pour d’autres clés : cette clé privée ne l’ouvre pas.
# $typed (String) - what was typed
failure-backup-recipient = « { $typed } » n’est pas une clé publique : elle commence par age1, telle qu’age-keygen l’écrit.
# $path (String) - file or place
failure-backup-no-identity = Il n’y a pas de clé privée dans { $path } : sa ligne commence par AGE-SECRET-KEY-1, telle qu’age-keygen l’écrit.
# $path (String) - file or place
failure-backup-not-empty = { $path } contient déjà quelque chose et reste tel quel : choisissez un fichier qui n’existe pas encore, ou une nouvelle base (createdb).
# $path (String) - file or place
failure-backup-no-tables = Il n’y a encore rien dans { $path }.
# $path (String) - file or place
# $table (String) - table
# $column (String) - column
failure-backup-unkeepable = PostgreSQL ({ $path }) ne peut pas garder un texte de la table { $table }, colonne { $column } : il contient un caractère 0. Corrigez-le d’abord ; rien n’a changé.
# $path (String) - file or place
failure-backup-unequal = Ce qui a été relu ({ $path }) n’est pas ce qui avait été écrit : rien n’a été gardé. Le disque ou la mémoire de cette machine faiblit peut-être.
# $path (String) - file or place
failure-backup-changed = Quelqu’un a écrit dans { $path } pendant ce temps : arrêtez d’abord le serveur. Rien n’a été déplacé.
failure-stopped = Arrêté avant la fin : rien n’a été gardé.
failure-ill = Quelque chose est à corriger : voyez les lignes marquées ✗.
failure-store-url = L’adresse des données commence par sqlite:// ou postgres://, par exemple sqlite:///var/lib/maillage/store.db
# $reason (String) - why it is not believed
failure-store-unbelieved = PostgreSQL ne montre aucun certificat que l’on puisse croire : { $reason }. Dans son adresse, sslrootcert=/chemin/ca.pem dit qui s’en porte garant ; sslmode=disable s’en passe, si le réseau entre les deux n’est qu’à vous.
# $reason (String) - what the engine says
failure-store = Les données ne répondent pas : { $reason }

# $address (String) - where to look
cli-demo-address = Maillage, démonstration : { $address }
# $folder (String) - folder
# $moment (String) - the demo's present
cli-demo-folder = Données : { $folder } · nous y sommes le { $moment }
cli-demo-accounts = Comptes :
# $phrase (String) - pass phrase
cli-demo-phrase = Phrase de passe de tous les comptes : { $phrase }
cli-stop = Ctrl-C pour arrêter.
# $address (String) - public address
# $listen (String) - address
cli-serve = Maillage répond à { $address } (écoute { $listen }).
# $place (String) - file or database
cli-store = Données : { $place }
# $name (String) - site
# $communes (String) - names
cli-site-added = L’équipe « { $name } » est créée, pour { $communes }.
# $name (String) - who
# $site (String) - site
# $role (String) - role
cli-invited = Invitation prête pour { $name }, dans l’équipe « { $site } » ({ $role }).
cli-invited-mailed = Ce lien part par courriel dès que le serveur tourne. Il est valable sept jours et ne sert qu’une fois :
cli-invited-by-hand = Aucun serveur de courriel n’est réglé : donnez ce lien vous-même. Il est valable sept jours et ne sert qu’une fois :
# $name (String) - who
# $site (String) - site
# $role (String) - role
cli-joined = { $name } avait déjà un compte et rejoint l’équipe « { $site } » ({ $role }).
# $name (String) - who
# $site (String) - site
# $role (String) - role
cli-renewed = { $name } fait déjà partie de l’équipe « { $site } » ({ $role }). Voici un nouveau lien pour choisir sa phrase de passe.
cli-import-structures = structures
cli-import-services = services
# $file (String) - which file
# $line (String) - line number
# $id (String) - identifier
# $reasons (String) - what is wrong
cli-import-refused = { $file }, ligne { $line } ({ $id }) refusée : { $reasons }
# $file (String) - which file
# $line (String) - line number
# $id (String) - identifier
# $notice (String) - what is odd
cli-import-flagged = { $file }, ligne { $line } ({ $id }) signalée, { $notice }
# $file (String) - which file
cli-import-spared = { $file } : une ligne refusée au moins n’a pas d’identifiant lisible. Par prudence, rien n’y a été marqué comme disparu.
cli-import-no-id = sans identifiant
cli-import-unchanged = Rien n’a changé.
# $gone (String) - number
# $flagged (String) - number
cli-import-more = Marquées comme disparues de leur source : { $gone }. Coordonnées à plus de 30 km de leur commune, signalées : { $flagged }.
# $file (String) - which file
# $path (String) - path
# $reason (String) - a sentence
cli-import-failed = { $file }, { $path } : { $reason } Rien n’a été importé.
# $source (String) - who publishes it
cli-table-unknown = Les colonnes des tableaux de « { $source } » n’ont pas encore été décrites : faites-le une fois sur la page /annuaire/import. Rien n’a été importé.
# $path (String) - path
# $reason (String) - a sentence
cli-calendar-failed = { $path } : { $reason } Rien n’a changé.
# $id (String) - identifier
cli-calendar-unknown = Aucune ressource « { $id } » dans l’annuaire. Rien n’a changé.
# $day (String) - a day
cli-calendar-until = Ce calendrier s’arrête le { $day } : l’horaire, lui, n’a pas de fin.
# $count (Number)
# $waiting (Number)
cli-trail-whole = Le journal est entier : { NUMBER($count) } lignes scellées, { NUMBER($waiting) } encore à sceller.
cli-trail-keep = Gardez la ligne suivante ailleurs que sur ce serveur : elle prouvera plus tard que le journal n’a pas été refait.
# $count (Number)
cli-trail-forgotten = Les { NUMBER($count) } premières ont été gardées le temps qu’il fallait et sont parties : le journal lui-même le dit.
# $number (Number)
cli-trail-beheaded = Le journal commence après la ligne { NUMBER($number) } et ne dit pas pourquoi : des lignes ont été retirées.
# $number (Number)
cli-trail-missing = Il manque au journal la ligne { NUMBER($number) }.
# $number (Number)
cli-trail-altered = La ligne { NUMBER($number) } du journal n’est plus celle qui a été scellée.
# $number (Number)
cli-trail-cut = Le journal ne finit plus à la ligne { NUMBER($number) } : des lignes ont été retirées, ou ajoutées.
# $number (Number)
cli-trail-off-anchor = La ligne { NUMBER($number) } n’a pas le sceau gardé ailleurs : le journal a été refait.
# $count (String) - number
cli-duplicates = Paires de fiches à comparer, sur la page Doublons : { $count }.
cli-export-private = Ces fichiers contiennent des adresses réservées aux orientations : ne les publiez pas.
# $file (String) - file
cli-backup-whole = La sauvegarde { $file } est entière : elle a été relue du premier octet au dernier.
# $file (String) - file
cli-backup-sealed = La sauvegarde { $file } est scellée : son contenu a été relu avant d’être scellé, et ses octets après. Seule la clé privée peut en dire plus : essayez-la de temps en temps, avec « maillage backup verify --identity … ».
# $moment (String) - day and hour
# $version (String) - version
cli-backup-verified = Entière : une sauvegarde du { $moment }, faite par Maillage { $version }.
# $moment (String) - day and hour
# $version (String) - version
cli-restored = Toutes les données sont celles du { $moment } (sauvegarde faite par Maillage { $version }), au caractère près.
cli-restored-since = Ce qui a été fait depuis n’y est pas : les comptes fermés depuis sont ouverts, les phrases de passe changées depuis sont les anciennes.
cli-restored-ways-in = Tout le monde se reconnecte ; les invitations que personne n’a encore suivies sont à renvoyer, depuis la page Comptes ou avec « maillage invite ».
# $count (String)
cli-restored-erased = Personnes effacées depuis cette sauvegarde, effacées de nouveau : { $count }.
# $count (String) - number
cli-restored-letters = Les courriels qui attendaient alors ne partent pas, car ils sont peut-être partis depuis : { $count }.
cli-restored-trail = Le journal était déjà ainsi quand la sauvegarde a été faite : les données ont été rétablies quand même.
# $from (String) - place
# $to (String) - place
cli-moved = Tout ce qui était dans { $from } est dans { $to }. Écrivez cette adresse dans le réglage « store », puis redémarrez le serveur. Les anciennes données n’ont pas été touchées : gardez-les tant que tout n’est pas vérifié, puis effacez-les.

help-maillage = Prescrire du lien sur un territoire, de la consultation à la sixième participation
help-demo = Montre Maillage sur un territoire inventé, dans un dossier de cette machine
help-serve = Sert l’installation d’une équipe
help-site = Ajoute une équipe
help-site-add = Ajoute une équipe : qui elle est, où, et quelles communes elle sert
help-invite = Invite quelqu’un dans une équipe : c’est ainsi qu’une installation reçoit sa première administration
help-import = Fait entrer les fiches d’un autre annuaire
help-data-inclusion = Des fichiers au schéma data·inclusion v1 (JSON, CSV, .xlsx) ou HSDS 3 (JSON, ou tables dans un .zip donné deux fois), en clair ou gzip : structures, services ou les deux
help-import-table = Un tableau (CSV ou .xlsx) dont les colonnes ont été décrites sur la page /annuaire/import
help-import-calendar = Un calendrier (.ics) comme horaire d’une ressource
help-import-source = Qui publie les fiches ; nécessaire pour HSDS
help-import-file = Le fichier
help-import-rows = Ce que décrit chaque ligne : activites ou organisations
help-import-resource = Identifiant de la ressource
help-export = Écrit tout l’annuaire dans des fichiers que d’autres logiciels lisent
help-duplicates = Cherche les fiches de l’annuaire qui décrivent la même organisation ou la même activité
help-audit = Vérifie le journal de qui a vu ou changé quoi
help-audit-verify = Dit si quelqu’un a changé, retiré ou ajouté une ligne du journal
help-audit-anchor = Un repère gardé ailleurs, contre lequel le journal est vérifié ; peut être donné plusieurs fois
help-doctor = Dit en clair ce qui ne va pas dans une installation
help-demo-listen = Où les demandes sont attendues ; cette machine seulement, sans --public
help-demo-data = Dossier où vit la démonstration, gardé d’un démarrage à l’autre
help-demo-fresh = Recommence à neuf : oublie ce qui s’est passé dans ce dossier
help-demo-public = Laisse entrer d’autres personnes, qui connaissent toutes la phrase de passe ; avec l’adresse qu’elles tapent, si c’en est une autre
help-site-name = Par exemple « Maison de santé des Sorbiers »
help-site-address = Rue, code postal et ville, comme on les écrit aux personnes
help-site-phone = Téléphone donné aux personnes
help-site-commune = Une commune servie, par son nom ou son code postal ; une fois pour chacune
help-site-consent = L’agent de liaison est membre de l’équipe de soins (information : la personne est prévenue et peut s’opposer) ou d’une association (prior : la personne accepte d’abord)
help-invite-email = Adresse avec laquelle la personne se connecte
help-invite-name = Prénom et nom
help-invite-role = prescriber (prescripteur), link_worker (agent de liaison), coordinator (coordination) ou administrator (administration)
help-invite-lift = Le lien lève aussi la validation en deux étapes et les clés d’accès de qui les a perdues
help-invite-site = Nom de l’équipe ; inutile tant qu’il n’y en a qu’une
help-structures = Fichier des structures
help-services = Fichier des services
help-export-format = Format : data-inclusion, maillage (avec ce que ce territoire sait en plus, à ne pas publier), geojson, csv ou hsds
help-export-out = Dossier où écrire
help-data = Dossier d’une démonstration, au lieu du registre d’une installation
help-config = Fichier qui contient les réglages ci-dessous, par exemple : public_url = "https://maillage.example.org"
help-store = Où les données sont gardées : sqlite:///var/lib/maillage/store.db ou postgres://user@host/database
help-report-store = Copie d’une base PostgreSQL où les rapports sont lus, tenue à jour par réplication en continu
help-listen = Où les demandes sont attendues [sinon 127.0.0.1:8080, derrière un relais qui parle TLS]
help-public-url = L’adresse que les gens tapent ; les liens des courriels commencent par elle
help-index = Fichier qui garde l’index de l’annuaire d’un démarrage à l’autre [par défaut : à côté d’un entrepôt SQLite]
help-smtp = Serveur de courriel : smtp://localhost:25 ou smtps://user:password@host ; sans lui, aucun courriel ne part
help-mail-from = Expéditeur de chaque courriel [sinon Maillage, à l’adresse publique]
help-anchor-to = À qui le repère du journal est envoyé chaque jour, pour être gardé ailleurs
help-second-step = Rôles qui entrent en deux étapes, ou ne font rien : coordinator,administrator [d’habitude : aucun]
help-keep-trail-months = Combien de mois se garde le journal de qui a vu quoi, de 6 à 36 [d’habitude : 36]
help-keep-closed-accounts-months = Combien de mois après sa fermeture un compte n’est plus à personne, de 6 à 36 [d’habitude : 36]
help-visitor-forms = Formulaires de visiteurs pris en une heure, tous ensemble ; au-delà, on demande de téléphoner [d’habitude : 120]
help-anchor-file = Fichier à la fin duquel ce repère est écrit chaque jour, sur un autre disque
help-erased-file = Fichier où sont notées les personnes effacées, par un numéro qui ne mène à personne, sur un autre disque
help-audit-anchors = Fichier du réglage anchor_file : tous ses repères
help-map-tiles = Un autre fond de carte que nos contours : adresse d’images avec {"{"}z{"}"}, {"{"}x{"}"} et {"{"}y{"}"} ; les navigateurs les y demanderont
help-map-credit = De qui vient ce fond de carte, écrit à côté de chaque carte
help-log = Comment le journal est écrit, sur la sortie d’erreur [sinon text]
help-backup = Écrit toutes les données dans un fichier, pendant que le serveur tourne, et le relit
help-backup-verify = Dit si une sauvegarde est entière, en la lisant toute
help-restore = Rétablit les données d’une sauvegarde, là où il n’y en a pas encore
help-migrate-store = Déplace toutes les données, d’un fichier vers PostgreSQL ou l’inverse ; arrêtez d’abord le serveur
help-backup-out = Fichier à écrire ; il ne doit pas exister encore
help-backup-recipient = Clé publique pour laquelle la sauvegarde est scellée (age-keygen en fait une, avec sa clé privée) ; peut être donnée plusieurs fois. Sans elle, qui a le fichier lit tout
help-backup-file = La sauvegarde
help-identity = Fichier de la clé privée qui ouvre une sauvegarde scellée
help-restore-from = La sauvegarde
help-migrate-from = Où sont les données : sqlite:///var/lib/maillage/store.db ou postgres://user@host/database
help-migrate-to = Où elles doivent aller, écrit de même ; vide, ou qui n’existe pas encore
# $key (String)
failure-provider-key = [[provider]] « { $key } » : la clé (key) se compose de minuscules, de chiffres et de traits d’union
# $key (String)
failure-provider-issuer = [[provider]] { $key } : l’adresse (issuer) commence par https://
# $key (String)
failure-provider-empty = [[provider]] { $key } : name, client_id et le secret ne peuvent pas être vides
# $key (String)
failure-provider-acr = [[provider]] { $key } : acr dit quels niveaux suffisent, au moins un, par exemple acr = ["eidas1"]
# $key (String)
# $variable (String)
failure-provider-secret = [[provider]] { $key } : il manque le secret : client_secret_file, client_secret, ou { $variable } dans l’environnement
# $key (String)
failure-provider-twice = [[provider]] { $key } : cette clé ou cet issuer est déjà pris
