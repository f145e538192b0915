//! data·inclusion's short lists.

use super::coded::coded;

coded! {
    /// What using the resource costs (`frais`).
    Cost {
        Free = "gratuit",
        Paid = "payant",
    }
}

coded! {
    /// Where one is received (`modes_accueil`).
    WelcomeMode {
        Remote = "a-distance",
        OnSite = "en-presentiel",
    }
}

coded! {
    /// How one gets in touch (`modes_mobilisation`).
    WayIn {
        Email = "envoyer-un-courriel",
        WalkIn = "se-presenter",
        Telephone = "telephoner",
        Link = "utiliser-lien-mobilisation",
    }
}

coded! {
    /// Who may get in touch (`mobilisable_par`).
    Mobilizer {
        Persons = "usagers",
        Professionals = "professionnels",
    }
}

coded! {
    /// What is offered (`type`).
    ResourceKind {
        Accompaniment = "accompagnement",
        FinancialAid = "aide-financiere",
        MaterialAid = "aide-materielle",
        Workshop = "atelier",
        Training = "formation",
        Information = "information",
    }
}

coded! {
    /// Whom it is for (`publics`). `Everyone` stands alone.
    Public {
        Everyone = "tous-publics",
        Working = "actifs",
        OnMinimumIncome = "beneficiaires-des-minimas-sociaux",
        JobSeekers = "demandeurs-emploi",
        Students = "etudiants",
        Families = "familles",
        Women = "femmes",
        Young = "jeunes",
        Disabled = "personnes-en-situation-de-handicap",
        InEmergency = "personnes-en-situation-durgence",
        InLegalTrouble = "personnes-en-situation-juridique-specifique",
        Exiled = "personnes-exilees",
        /// Residents of quartiers prioritaires (QPV) and France ruralités revitalisation (FRR).
        PriorityAreas = "residents-qpv-frr",
        Seniors = "seniors",
    }
}
