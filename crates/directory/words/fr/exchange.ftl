api-title = L’annuaire pour vos logiciels
api-about = Les structures et les services de cet annuaire, aux adresses, avec les paramètres et dans la forme de l’API data·inclusion v1. Tout est public : aucun jeton n’est demandé.
api-pace = Chaque adresse répond cent fois d’affilée, puis vingt fois par seconde ; au-delà, la réponse 429 dit quand revenir. Une réponse porte une marque (ETag) : renvoyée dans If-None-Match, elle évite de recevoir deux fois la même chose.
api-private = Aucun nom de personne ne sort par ici, ni aucune adresse réservée aux orientations.
api-document = Le document OpenAPI 3.1
# $least (String)
# $most (String)
api-between = De { $least } à { $most }
# $count (String)
# $first (String)
api-many-values = L’une de { $count } valeurs, par exemple { $first }
api-repeated = Peut être répété
api-search-services = Chercher des services autour d’une commune, du plus proche au plus lointain.
api-services = Lister les services.
api-service = Un service et sa structure.
api-structures = Lister les structures.
api-structure = Une structure, ses doublons connus et ses services.
api-sources = Les sources de l’annuaire.
api-list = Les valeurs d’une liste fermée, avec leur libellé.
api-answered = Voici.
api-not-modified = Rien n’a changé depuis la marque envoyée.
api-wrong = La question ne peut pas être comprise ; chaque paramètre en cause est nommé.
api-absent = Cet identifiant n’est pas, ou n’est plus, dans l’annuaire.
api-too-fast = Trop de questions à la fois ; l’en-tête Retry-After dit quand revenir.
api-slow = La réponse a pris trop de temps.
api-param-id = L’identifiant, tel que la source l’a fait.
api-param-sources = Sources voulues.
api-param-thematiques = Thématiques, ou catégories entières.
api-param-frais = Frais.
api-param-modes-accueil = Modes d’accueil.
api-param-publics = Publics. Un service ouvert à tous répond à chacun, et demander tous-publics ne demande rien.
api-param-types = Types de service.
api-param-score = Score de qualité d’au moins autant, entre 0 et 1.
api-param-networks = Réseaux porteurs.
api-param-once = Une seule fois les structures que l’annuaire tient pour la même.
api-param-region = Région.
api-param-departement = Département.
api-param-commune = Code INSEE d’une commune ou d’un arrondissement.
api-param-lat = Latitude d’où mesurer les distances, avec la longitude ; sinon, le centre de la commune.
api-param-lon = Longitude d’où mesurer les distances, avec la latitude.
api-param-page = Numéro de page, à partir de 1.
api-param-size = Nombre d’éléments par page.
calendar-of-search = Ressources trouvées
export-place = place
