# $url (String) - address
doctor-url = L’adresse publique est { $url }.
# $url (String) - address
doctor-url-bad = L’adresse publique « { $url } » ne convient pas.
# $typed (String) - what was typed
doctor-from = L’expéditeur « { $typed } » ne contient pas d’adresse de courriel.
doctor-from-do = Réglez mail_from, par exemple Maillage <maillage@exemple.fr>
doctor-mail = Le serveur de courriel répond.
doctor-mail-unreadable = L’adresse du serveur de courriel est à corriger.
doctor-mail-none = Aucun serveur de courriel n’est réglé : les associations ne reçoivent rien.
doctor-mail-none-do = Réglez smtp, par exemple smtp://localhost:25
# $reason (String) - what it said
doctor-mail-silent = Le serveur de courriel ne répond pas comme il faut ({ $reason }).
doctor-mail-silent-do = Vérifiez son adresse, son mot de passe, et qu’un pare-feu ne le cache pas.
# $place (String) - file or database
doctor-store = Les données répondent ({ $place }).
# $place (String) - file or database
doctor-store-absent = Il n’y a pas de données à l’adresse { $place }.
doctor-store-absent-do = Vérifiez --store, --config ou --data ; sinon démarrez le serveur une fois : il les crée.
# $place (String) - file or database
# $reason (String) - what the engine says
doctor-store-closed = Les données ne répondent pas ({ $place } : { $reason }).
doctor-store-closed-do = Vérifiez l’adresse, les droits sur le fichier, et que PostgreSQL tourne si c’est lui.
# The copy of a PostgreSQL store that reports are read from.
doctor-replica = La copie où les rapports sont lus suit les données.
doctor-replica-behind = La copie où les rapports sont lus est en retard de { $behind }.
doctor-replica-behind-do = Regardez si sa réplication est arrêtée ou sa ligne trop lente ; en attendant, les rapports sont lus dans les données elles-mêmes.
doctor-replica-away = La copie où les rapports sont lus ne répond pas, ou ne copie pas ces données ({ $reason }).
doctor-replica-away-do = Vérifiez report_store et la réplication de PostgreSQL ; en attendant, les rapports sont lus dans les données elles-mêmes.
doctor-whole = Le fichier des données est entier.
# $damage (String) - what was found
doctor-damaged = Le fichier des données est abîmé ({ $damage }).
doctor-damaged-do = Arrêtez le serveur, gardez une copie du fichier, et reprenez la dernière sauvegarde.
# $free (String) - room
doctor-disk = Il reste { $free } sur le disque.
# $free (String) - room
doctor-disk-low = Il ne reste que { $free } sur le disque.
doctor-disk-low-do = Libérez de la place : un disque plein empêche tout enregistrement.
doctor-tables = Les tables sont celles de cette version.
doctor-tables-none = Les tables n’ont pas encore été créées.
# $count (String) - number
doctor-tables-old = Les tables sont en retard sur cette version ({ $count } étapes).
doctor-tables-do = Démarrez le serveur une fois : il les met à jour.
doctor-tables-other = Les tables viennent d’une autre version de Maillage, sans doute plus récente.
doctor-tables-other-do = Lancez la version la plus récente qui a servi ici.
# $reason (String) - what the engine says
doctor-broken = Les tables n’ont pas pu être lues ({ $reason }).
doctor-broken-do = Reprenez la dernière sauvegarde, ou demandez de l’aide en donnant cette ligne.
# $moment (String) - day and hour
doctor-clock = Nous sommes le { $moment }, d’après l’horloge.
# $moment (String) - day and hour
doctor-clock-wrong = Nous serions le { $moment } d’après l’horloge, avant ce qui a déjà été noté.
doctor-clock-wrong-do = Mettez cette machine à l’heure (timedatectl set-ntp true) : rappels et échéances en dépendent.
doctor-jobs = Tout ce qui était prévu est fait.
doctor-jobs-late = { $count ->
    [one] Une chose prévue attend depuis plus d’un quart d’heure.
   *[other] { $count } choses prévues attendent depuis plus d’un quart d’heure.
}
doctor-jobs-late-do = Démarrez le serveur ; s’il tourne, lisez son journal.
# $reason (String) - last error
doctor-jobs-failed = { $count ->
    [one] Une chose prévue n’a pas pu se faire
   *[other] { $count } choses prévues n’ont pas pu se faire
} ({ $reason }).
doctor-jobs-failed-do = Lisez le journal du serveur à « a job failed », et donnez cette ligne à qui vous aide.
doctor-demo = C’est une démonstration : ses courriels se lisent sur une page, ses comptes sont connus de tous.
doctor-outbox = Aucun courriel n’est resté en route.
doctor-outbox-waiting = { $count ->
    [one] Un courriel attend depuis plus d’une heure.
   *[other] { $count } courriels attendent depuis plus d’une heure.
}
doctor-outbox-waiting-do = Vérifiez que le serveur tourne et que smtp est réglé.
# $reason (String) - last error
doctor-outbox-failed = { $count ->
    [one] Un courriel n’a pas pu partir
   *[other] { $count } courriels n’ont pas pu partir
} ({ $reason }).
doctor-outbox-failed-do = Vérifiez l’adresse d’expéditeur et le serveur de courriel ; appelez les personnes qui attendaient.
doctor-outbox-doubtful = { $count ->
    [one] Un courriel est peut-être arrivé deux fois : le serveur s’est arrêté pendant l’envoi.
   *[other] { $count } courriels sont peut-être arrivés deux fois : le serveur s’est arrêté pendant l’envoi.
}
doctor-no-site = Il n’y a pas encore d’équipe.
doctor-no-site-do = maillage site add --name … --address … --phone … --commune … --consent information
doctor-no-administrator = Personne n’administre cette installation.
doctor-no-administrator-do = maillage invite --role administrator --name … --email …
doctor-people = Équipes : { NUMBER($sites) }. Personnes qui administrent : { NUMBER($administrators) }.
# $site (String) - name
doctor-no-link-worker = L’équipe « { $site } » n’a ni agent de liaison ni coordination : une demande n’y trouverait personne.
doctor-no-link-worker-do = Invitez quelqu’un sur la page Comptes.
# $day (String) - day
doctor-directory = { $count ->
    [one] Le répertoire a une ressource ; dernier changement le { $day }.
   *[other] Le répertoire a { $count } ressources ; dernier changement le { $day }.
}
doctor-directory-empty = Le répertoire est vide.
# $day (String) - day
doctor-directory-stale = Rien n’a changé dans le répertoire depuis le { $day }.
doctor-directory-do = maillage import data-inclusion --structures … --services …
doctor-provider-unreadable = Un fournisseur d’identité est mal réglé.
# $names (String)
doctor-providers = Les fournisseurs d’identité répondent : { $names }.
# $name (String)
# $reason (String)
doctor-provider-silent = { $name } ne répond pas comme il faut ({ $reason }).
doctor-provider-silent-do = On entre avec sa phrase de passe en attendant ; vérifiez issuer, et que ce serveur peut joindre cette adresse.
