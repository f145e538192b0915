incoming-title = Importer des fiches
incoming-lede = Déposez vos fichiers : ils sont d’abord vérifiés. Rien n’entre dans l’annuaire avant votre accord.
incoming-pair = Des fichiers data·inclusion ou HSDS
incoming-pair-hint = JSON, CSV ou classeur .xlsx, compressés (.gz) ou non. Un seul des deux suffit, si les structures sont déjà dans l’annuaire, ou si c’est un paquet de tables HSDS (.zip).
incoming-structures = Structures
incoming-services = Services
incoming-table = Ou un tableau à vous
incoming-table-hint = CSV ou classeur .xlsx, avec une ligne de titres. Vous direz ce que contient chaque colonne.
incoming-table-file = Tableau
incoming-reads = Chaque ligne décrit
incoming-reads-activities = une activité ou un service
incoming-reads-organizations = une organisation
incoming-source = Qui publie ces fiches
incoming-source-hint = Par exemple « mairie-de-bron ». Nécessaire pour un tableau ou pour HSDS : la correspondance des colonnes est retenue sous ce nom, et un nouvel import du même nom remplace le précédent.
# $n (Number)
incoming-bounds = Au plus { NUMBER($n) } Mo en tout. Les fichiers sont oubliés au bout d’un jour.
incoming-check = Relancer la vérification
incoming-kept = Déposés récemment
incoming-files = Fichiers
incoming-state-waiting = à vérifier
incoming-state-checked = vérifié, pas importé
incoming-state-importing = import en cours
incoming-state-imported = importé
incoming-both = Déposez soit un tableau, soit des fichiers, pas les deux.
incoming-no-file = Choisissez au moins un fichier.
incoming-no-source = Dites qui publie ce tableau.
incoming-no-reads = Dites ce que décrit chaque ligne.
incoming-checked-title = Ce que l’import ferait
incoming-imported-title = Import terminé
incoming-importing-title = Import en cours
incoming-importing = L’import est en cours. Il continue même si vous quittez cette page, et même si le serveur redémarre : tout est importé, ou rien.
incoming-refresh = Actualiser
# $moment (String)
incoming-missed = L’import n’a pas abouti cette fois, et rien n’a changé. Il sera réessayé de lui-même le { $moment }.
incoming-given-up-title = L’import n’a pas abouti
incoming-given-up = Après plusieurs essais, ces fichiers n’ont pas pu être importés. Rien n’a changé dans l’annuaire. Vous pouvez réessayer, ou prévenir la personne qui s’occupe du serveur.
incoming-retry = Réessayer
incoming-failed = Ce fichier ne peut pas être importé. Rien n’a changé.
incoming-checking-title = Vérification en cours
incoming-waits = Ces fichiers sont longs à vérifier : la vérification continue sans vous. Revenez dans une minute et actualisez ; si rien ne vient, relancez-la.
incoming-done = L’annuaire est à jour. Les lignes refusées n’y sont pas entrées.
incoming-unchanged = L’annuaire dit déjà tout cela : il n’y a rien à importer.
incoming-nothing-yet = Rien n’est encore enregistré. Regardez les nombres, puis importez.
incoming-counts = Fiches par fichier
incoming-file = Fichier
incoming-created = Nouvelles
incoming-updated = Changées
incoming-same = Inchangées
incoming-gone = Retirées
incoming-refused = Refusées
incoming-import = Importer
incoming-see-columns = Revoir les colonnes
incoming-drop = Abandonner
incoming-remarks = À savoir
# $n (Number)
incoming-refused-lines = { $n ->
        [one] { NUMBER($n) } ligne refusée
       *[other] { NUMBER($n) } lignes refusées
    }
# $n (Number)
incoming-noticed-lines = { $n ->
        [one] { NUMBER($n) } ligne gardée, à regarder
       *[other] { NUMBER($n) } lignes gardées, à regarder
    }
incoming-download = Télécharger les lignes refusées (CSV)
# $n (Number)
incoming-download-first = Ce fichier s’arrête aux { NUMBER($n) } premières : corrigez-les, puis vérifiez de nouveau pour voir les suivantes.
# $n (Number)
incoming-first-lines = Voici les { NUMBER($n) } premières.
# $file (String)
# $line (String)
incoming-line = { $file }, ligne { $line }
incoming-line-title = Ligne
incoming-id = Identifiant
incoming-reason = Raison
incoming-back = Déposer d’autres fichiers
incoming-columns-title = Que contient chaque colonne ?
incoming-columns-lede = Nous proposons ce que les titres suggèrent. Corrigez, puis vérifiez. La prochaine fois, ce sera retenu.
incoming-columns = Colonnes du fichier
incoming-leave-out = Laisser de côté
incoming-constants = Pour toutes les lignes
incoming-constants-hint = Ce que le tableau ne dit pas, quand c’est pareil partout. Une ligne qui dit autre chose garde ce qu’elle dit.
incoming-translations = Valeurs à traduire
incoming-translations-hint = L’annuaire ne connaît pas ces mots. Choisissez ceux qui leur correspondent, puis vérifiez de nouveau.
incoming-untranslated = Ne pas traduire (la ligne sera refusée)
# $field (String)
incoming-missing = Il manque : { $field }. Choisissez sa colonne, ou donnez une valeur pour toutes les lignes.
incoming-field-id = Identifiant
incoming-field-structure-id = Identifiant de l’organisation
incoming-field-structure-nom = Nom de l’organisation
incoming-field-nom = Nom
incoming-field-description = Description
incoming-field-date-maj = Date de mise à jour
incoming-field-lien-source = Page d’origine
incoming-field-siret = SIRET
incoming-field-type = Type de service
incoming-field-thematiques = Thématiques
incoming-field-frais = Gratuit ou payant
incoming-field-frais-precisions = Tarif
incoming-field-publics = Publics
incoming-field-publics-precisions = Précisions sur les publics
incoming-field-conditions-acces = Conditions d’accès
incoming-field-adresse = Adresse
incoming-field-complement-adresse = Complément d’adresse
incoming-field-code-postal = Code postal
incoming-field-commune = Commune
incoming-field-code-insee = Code INSEE
incoming-field-latitude = Latitude
incoming-field-longitude = Longitude
incoming-field-telephone = Téléphone
incoming-field-courriel = Courriel
incoming-field-site-web = Site web
incoming-field-horaires-accueil = Horaires
incoming-field-accessibilite-lieu = Page Acceslibre
incoming-field-reseaux-porteurs = Réseaux
incoming-field-modes-accueil = Sur place ou à distance
incoming-field-zone-eligibilite = Zone d’éligibilité (codes)
incoming-field-contact-nom-prenom = Personne à contacter
incoming-field-lien-mobilisation = Lien pour s’inscrire
incoming-field-modes-mobilisation = Comment venir
incoming-field-mobilisable-par = Qui peut demander
incoming-field-mobilisation-precisions = Comment s’inscrire
incoming-field-volume-horaire-hebdomadaire = Heures par semaine
incoming-field-nombre-semaines = Nombre de semaines
incoming-not-said = Non précisé
incoming-spared = Une ligne refusée n’a pas d’identifiant lisible : par prudence, rien n’est retiré à cause de son fichier.
incoming-calendar-title = Horaires à partir d’un calendrier
incoming-calendar-lede = Déposez un calendrier : vous verrez d’abord ce qui changerait.
incoming-calendar-file = Un calendrier (.ics)
incoming-calendar-hint = Un fichier exporté de Google Agenda, d’Outlook, de Nextcloud… Il remplace les horaires affichés, et rien d’autre. Au plus 5 Mo.
incoming-calendar-none = Choisissez un fichier.
incoming-calendar-unknown = Pas d’horaires connus
incoming-calendar-now = Aujourd’hui
incoming-calendar-then = Avec ce calendrier
incoming-calendar-nothing-yet = Rien n’est encore enregistré. Comparez, puis gardez ces horaires si tout va bien.
incoming-calendar-same = Ces horaires sont déjà ceux de la fiche : il n’y a rien à enregistrer.
incoming-calendar-keep = Garder ces horaires
incoming-calendar-other = Déposer un autre fichier
# $day (String)
incoming-calendar-until = Ce calendrier s’arrête le { $day } : les horaires, eux, n’ont pas de fin. Pensez à déposer le prochain.
incoming-calendar-left = Laissé de côté
incoming-calendar-where = Les horaires d’une activité se déposent sur sa fiche, par le lien « Mettre à jour les horaires ».
incoming-calendar-find = Chercher l’activité
