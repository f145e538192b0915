//! French-looking names and descriptions.

use rand::{Rng, RngExt};

const WHO: [&str; 24] = [
    "Association",
    "Centre social",
    "Maison de quartier",
    "CCAS",
    "Amicale",
    "Club",
    "Foyer rural",
    "Mission locale",
    "Régie de quartier",
    "Maison des associations",
    "Espace de vie sociale",
    "Médiathèque",
    "Union locale",
    "Comité",
    "Équipe citoyenne",
    "Maison de santé",
    "Point d’accueil",
    "Épicerie solidaire",
    "Recyclerie",
    "Ludothèque",
    "Résidence autonomie",
    "Maison des jeunes",
    "Permanence",
    "Atelier",
];
const CALLED: [&str; 20] = [
    "des Deux Rives",
    "du Lien",
    "les Hirondelles",
    "Jean-Moulin",
    "des Acacias",
    "de la Fontaine",
    "les Glycines",
    "du Marché",
    "Les Voisins d’abord",
    "Entraide",
    "de l’Horloge",
    "du Vieux Moulin",
    "Solidarité",
    "Main tendue",
    "des Tilleuls",
    "du Parc",
    "la Passerelle",
    "L’Escale",
    "Arc-en-ciel",
    "du Soleil levant",
];
const WHAT: [&str; 40] = [
    "Chorale",
    "Jardin partagé",
    "Atelier d’écriture",
    "Gymnastique douce",
    "Visite à domicile",
    "Café des aidants",
    "Aide aux démarches administratives",
    "Cours de français",
    "Atelier numérique",
    "Repas partagé",
    "Marche douce",
    "Jeux de société",
    "Atelier cuisine",
    "Permanence d’écoute",
    "Groupe de parole",
    "Transport solidaire",
    "Aide alimentaire",
    "Ressourcerie",
    "Accompagnement vers l’emploi",
    "Soutien scolaire",
    "Atelier mémoire",
    "Yoga sur chaise",
    "Théâtre amateur",
    "Club de lecture",
    "Couture et tricot",
    "Danse de salon",
    "Ciné-club",
    "Consultation de psychologue",
    "Accueil de jour",
    "Halte répit",
    "Atelier bricolage",
    "Repair café",
    "Pétanque",
    "Aquagym",
    "Sorties culturelles",
    "Accès aux droits",
    "Hébergement d’urgence",
    "Aide au logement",
    "Médiation familiale",
    "Bénévolat et entraide",
];
const HOW: [&str; 14] = [
    "du lundi",
    "du mardi",
    "du mercredi",
    "du jeudi",
    "pour tous",
    "des seniors",
    "en famille",
    "entre voisins",
    "pour débutants",
    "en petit groupe",
    "à domicile",
    "solidaire",
    "du quartier",
    "sans rendez-vous",
];
const SENTENCES: [&str; 36] = [
    "On se retrouve chaque semaine dans une ambiance simple et conviviale.",
    "L’activité est ouverte à toutes et à tous, quel que soit le niveau.",
    "Des bénévoles accueillent les nouveaux venus et les accompagnent la première fois.",
    "Un temps d’échange autour d’un café suit chaque séance.",
    "L’inscription se fait sur place ou par téléphone auprès de l’accueil.",
    "Le groupe compte une dizaine de personnes et reste à taille humaine.",
    "Nous aidons à remplir les dossiers, à comprendre les courriers et à préparer les rendez-vous.",
    "Un professionnel écoute, informe et oriente vers les services compétents du territoire.",
    "Le matériel est prêté gratuitement pendant toute la durée de l’atelier.",
    "La salle est accessible aux personnes à mobilité réduite par l’entrée latérale.",
    "Les personnes isolées peuvent être conduites en minibus depuis leur domicile.",
    "Aucune connaissance préalable n’est demandée, seulement l’envie de participer.",
    "Les séances ont lieu hors vacances scolaires, de septembre à juin.",
    "Une participation libre est demandée pour les goûters et les sorties.",
    "Le jardin produit des légumes partagés entre les habitants du quartier.",
    "Chacun apporte ses idées, ses recettes, ses souvenirs et ses savoir-faire.",
    "Un accompagnement individuel est proposé aux personnes éloignées de l’emploi.",
    "L’équipe se rend au domicile des personnes âgées qui ne peuvent plus se déplacer.",
    "Les aidants familiaux trouvent ici un moment de répit et de soutien entre pairs.",
    "Des jeux de société, des livres et des ordinateurs sont à disposition.",
    "L’apprentissage du français se fait par petits groupes, à l’oral puis à l’écrit.",
    "La structure travaille avec la mairie, les écoles et les médecins du secteur.",
    "Un psychologue reçoit gratuitement sur rendez-vous, en toute confidentialité.",
    "Les colis sont préparés selon la composition du foyer et les ressources.",
    "Marcher, respirer, parler : la balade s’adapte au rythme de chacun.",
    "Les répétitions préparent un concert donné chaque printemps à la salle des fêtes.",
    "On apprend à utiliser une tablette, une messagerie et les services publics en ligne.",
    "Le service intervient dans les communes rurales où les transports manquent.",
    "Une fiche d’adhésion annuelle permet de participer à toutes les activités.",
    "Les enfants sont accueillis après l’école pour les devoirs et le goûter.",
    "Réparer ensemble un vélo, une lampe ou un grille-pain plutôt que jeter.",
    "Des ateliers de prévention abordent l’équilibre, le sommeil et l’alimentation.",
    "L’accueil est anonyme, inconditionnel et sans engagement.",
    "Les bénévoles sont formés à l’écoute et se réunissent chaque mois.",
    "Nous luttons contre la solitude et l’isolement des habitants les plus fragiles.",
    "Chaque trimestre, une fête rassemble les participants et leurs proches.",
];

pub(super) fn organization(commune: &str, chance: &mut impl Rng) -> String {
    format!("{} {} – {commune}", one(&WHO, chance), one(&CALLED, chance))
}

pub(super) fn activity(chance: &mut impl Rng) -> String {
    format!("{} {}", one(&WHAT, chance), one(&HOW, chance))
}

/// Three to eight sentences, and where: some 400 characters.
pub(super) fn description(commune: &str, chance: &mut impl Rng) -> String {
    let mut text = format!("{} à {commune}.", one(&WHAT, chance));
    for _ in 0..chance.random_range(3..8) {
        text.push(' ');
        text.push_str(one(&SENTENCES, chance));
    }
    text
}

/// A word somebody might type.
pub(super) fn word(chance: &mut impl Rng) -> &'static str {
    const ASKED: [&str; 16] = [
        "chorale",
        "jardin",
        "gymnastique",
        "café",
        "aidants",
        "lecture",
        "français",
        "numérique",
        "repas",
        "marche",
        "solitude",
        "transport",
        "psychologue",
        "couture",
        "bénévolat",
        "mémoire",
    ];
    one(&ASKED, chance)
}

fn one<'a>(all: &[&'a str], chance: &mut impl Rng) -> &'a str {
    all.get(chance.random_range(0..all.len())).copied().unwrap_or_default()
}
