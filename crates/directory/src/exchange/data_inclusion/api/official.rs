//! Labels and descriptions of the schema's own lists, in its own words.
//!
//! Source: PyPI `data-inclusion-schema` 1.0.10, Licence Ouverte 2.0.

/// Code, label, description.
pub(super) type Listed = (&'static str, &'static str, &'static str);

/// `Frais`.
#[rustfmt::skip]
pub(super) const COSTS: [Listed; 2] = [
    ("gratuit", "Gratuit", "L’accès au lieu et/ou à ses services est gratuit"),
    ("payant", "Payant", "L’accès au lieu et/ou à ses services est payant"),
];

/// `ModeAccueil`.
#[rustfmt::skip]
pub(super) const WELCOME_MODES: [Listed; 2] = [
    ("a-distance", "À distance", "Le service est proposé à distance, par téléphone ou internet."),
    ("en-presentiel", "En présentiel", "Le service est proposé en présentiel, à l’adresse associée à ce service."),
];

/// `ModeMobilisation`.
#[rustfmt::skip]
pub(super) const WAYS_IN: [Listed; 4] = [
    ("envoyer-un-courriel", "Envoyer un courriel", "Envoyer un courriel à l’adresse électronique associée au service, ou à défaut, à la structure."),
    ("se-presenter", "Se présenter", "Se présenter directement à l’adresse associée au service ou, à défaut, à la structure."),
    ("telephoner", "Téléphoner", "Téléphoner au numéro associé au service, ou à défaut, à la structure."),
    ("utiliser-lien-mobilisation", "Utiliser le lien de mobilisation", "Utiliser le lien de mobilisation du service."),
];

/// `PersonneMobilisatrice`.
#[rustfmt::skip]
pub(super) const MOBILIZERS: [Listed; 2] = [
    ("professionnels", "Professionnels", "Service mobilisable par les professionnels de l’insertion."),
    ("usagers", "Usagers", "Service mobilisable par les usagers."),
];

/// `Public`.
#[rustfmt::skip]
pub(super) const PUBLICS: [Listed; 14] = [
    ("actifs", "Actifs", "Toute personne ayant un emploi, qu’il soit salarié, libéral ou à son compte"),
    ("beneficiaires-des-minimas-sociaux", "Bénéficiaires des minimas sociaux", "Personnes touchant des aides financières telles que RSA, SMIC, allocations familiales, bourses, etc"),
    ("demandeurs-emploi", "Demandeurs d’emploi", "Demandeurs d’emploi de tout type"),
    ("etudiants", "Étudiants", "Étudiants"),
    ("familles", "Familles", "Familles, parents, enfants, etc"),
    ("femmes", "Femmes", "Femmes isolées, victimes de violence, etc"),
    ("jeunes", "Jeunes", "Jeunes au sens large, jeunes adultes, adolescents, etc"),
    ("personnes-en-situation-de-handicap", "Personnes en situation de handicap", "Personnes en situation de handicap de tout type"),
    ("personnes-en-situation-durgence", "Personnes en situation d’urgence", "SDF, victimes de violence, grande précarité, etc"),
    ("personnes-en-situation-juridique-specifique", "Personnes en situation juridique spécifique", "Personnes sortant de détention, détenus ou autre statut juridique spécifique"),
    ("personnes-exilees", "Personnes exilées", "Réfugiés, demandeurs d’asile, personnes immigrées, etc"),
    ("residents-qpv-frr", "Résidents en QPV ou FRR", "Personnes résidentes en zone Quartier Prioritaire de la Ville ou France Ruralités Revitalisation (anciennement ZRR)"),
    ("seniors", "Séniors", "Personnes âgées, retraités, etc"),
    ("tous-publics", "Tous publics", "Tous publics"),
];

/// `TypeService`.
#[rustfmt::skip]
pub(super) const KINDS: [Listed; 6] = [
    ("accompagnement", "Accompagnement", "Accompagnement global pour le retour à l’emploi"),
    ("aide-financiere", "Aide financière", "Prise en charge financière, aide ou rémunération soutenant le retour à l’emploi"),
    ("aide-materielle", "Aide matérielle", "Accéder à du matériel soutenant le retour à l’emploi (voiture, vélo, ordinateur, alimentation, etc)"),
    ("atelier", "Atelier", "Groupe de travail constitué autour d’une activité, d’un thème soutenant le retour à l’emploi"),
    ("formation", "Formation", "Formation dispensée par des professionnels pour les bénéficiaires"),
    ("information", "Information", "Premier niveau d’information apporté par des professionnels du secteur"),
];

/// The few networks of `ReseauPorteur` that are described, by code.
#[rustfmt::skip]
pub(super) const NETWORKS: [(&str, &str); 4] = [
    ("chambres-consulaires", "Les Chambres de Commerce et d’Industrie (CCI), les Chambres des Métiers et de l’Artisanat (CMA) et les Chambres d’Agriculture (CA)."),
    ("departements", "Les Conseils Départementaux (CD), les Unions Départementales des Associations Familiales (UDAF), les Centres Départementaux d’Action Sociale (CDAS), etc."),
    ("maisons-des-solidarites", "Les Maisons Départementales des Solidarités sont des services départementaux. Par conséquent, le réseau `departements` devrait être également défini pour ces structures."),
    ("regions", "Les Conseils Régionaux (CR), les préfectures, les Directions Régionales de l’Économie, de l’Emploi, du Travail et desSolidarités (DREETS), etc."),
];
