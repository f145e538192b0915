//! What a resource is about: data·inclusion's themes (`thematiques`), grouped in categories.

use super::Coded;
use super::coded::listed;

listed! {
    /// One theme, `category--theme`: `remobilisation--lien-social`.
    Theme in THEMES
}

listed! {
    /// A family of themes: `remobilisation`.
    Category in CATEGORIES
}

impl Theme {
    pub fn category(self) -> Category {
        let family = self.code().split_once("--").map_or(self.code(), |(family, _)| family);
        // Every theme's family is a category: a test holds it.
        Category(family)
    }
}

/// What somebody looks for: one theme, or every theme of a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemeWish {
    Theme(Theme),
    Category(Category),
}

impl ThemeWish {
    pub fn from_code(code: &str) -> Option<ThemeWish> {
        Theme::from_code(code).map(Self::Theme).or_else(|| Category::from_code(code).map(Self::Category))
    }

    pub fn code(self) -> &'static str {
        match self {
            ThemeWish::Theme(theme) => theme.code(),
            ThemeWish::Category(category) => category.code(),
        }
    }

    pub fn includes(self, theme: Theme) -> bool {
        match self {
            ThemeWish::Theme(wished) => wished == theme,
            ThemeWish::Category(wished) => wished == theme.category(),
        }
    }
}

#[rustfmt::skip]
const CATEGORIES: [&str; 16] = [
    "choisir-un-metier",
    "creer-une-entreprise",
    "difficultes-administratives-ou-juridiques",
    "difficultes-financieres",
    "equipement-et-alimentation",
    "famille",
    "lecture-ecriture-calcul",
    "logement-hebergement",
    "mobilite",
    "numerique",
    "preparer-sa-candidature",
    "remobilisation",
    "sante",
    "se-former",
    "souvrir-a-linternational",
    "trouver-un-emploi",
];

#[rustfmt::skip]
const THEMES: [&str; 69] = [
    "choisir-un-metier--confirmer-son-choix-de-metier",
    "choisir-un-metier--connaitre-les-opportunites-demploi",
    "choisir-un-metier--decouvrir-un-metier-ou-un-secteur-dactivite",
    "choisir-un-metier--identifier-ses-points-forts-et-ses-competences",
    "creer-une-entreprise--definir-son-projet-de-creation-dentreprise",
    "creer-une-entreprise--developper-son-entreprise",
    "creer-une-entreprise--structurer-son-projet-de-creation-dentreprise",
    "difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives",
    "difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-a-la-citoyennete",
    "difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits",
    "difficultes-administratives-ou-juridiques--beneficier-dune-mesure-daccompagnement-adapte",
    "difficultes-administratives-ou-juridiques--connaitre-ses-droits-face-a-une-discrimination",
    "difficultes-administratives-ou-juridiques--prendre-en-compte-une-problematique-judiciaire",
    "difficultes-financieres--acquerir-une-autonomie-budgetaire",
    "difficultes-financieres--ameliorer-sa-gestion-budgetaire",
    "difficultes-financieres--mettre-en-place-une-mesure-de-protection-financiere",
    "difficultes-financieres--prevenir-une-degradation-de-la-situation-financiere",
    "difficultes-financieres--situation-dendettement-surendettement",
    "equipement-et-alimentation--aide-menagere",
    "equipement-et-alimentation--alimentation",
    "equipement-et-alimentation--electromenager",
    "equipement-et-alimentation--habillement",
    "famille--garde-denfants",
    "famille--prise-en-charge-personne-dependante",
    "famille--soutien-a-la-parentalite-et-a-leducation",
    "famille--soutien-aidants",
    "famille--surmonter-conflits-separation-violence",
    "lecture-ecriture-calcul--maitriser-le-calcul",
    "lecture-ecriture-calcul--maitriser-le-francais",
    "logement-hebergement--acheter-un-logement",
    "logement-hebergement--changer-de-logement",
    "logement-hebergement--louer-un-logement",
    "logement-hebergement--rechercher-une-solution-dhebergement-temporaire",
    "logement-hebergement--reduire-les-impayes-de-loyer",
    "logement-hebergement--se-maintenir-dans-le-logement",
    "logement-hebergement--sinformer-sur-les-demarches-liees-a-lacces-au-logement",
    "mobilite--acceder-a-un-vehicule",
    "mobilite--entretenir-reparer-son-vehicule",
    "mobilite--etre-accompagne-dans-son-parcours-mobilite",
    "mobilite--financer-ma-mobilite",
    "mobilite--mobilite-douce-partagee-collective",
    "mobilite--preparer-un-permis",
    "numerique--acceder-a-des-services-en-ligne",
    "numerique--acceder-a-une-connexion-internet",
    "numerique--acquerir-un-equipement",
    "numerique--maitriser-les-fondamentaux-du-numerique",
    "preparer-sa-candidature--developper-son-reseau",
    "preparer-sa-candidature--organiser-ses-demarches-de-recherche-demploi",
    "preparer-sa-candidature--realiser-un-cv-et-ou-une-lettre-de-motivation",
    "preparer-sa-candidature--valoriser-ses-competences",
    "remobilisation--activites-sportives-et-culturelles",
    "remobilisation--benevolat-action-citoyenne",
    "remobilisation--bien-etre-confiance-en-soi",
    "remobilisation--lien-social",
    "sante--acces-aux-soins",
    "sante--addictions",
    "sante--constituer-un-dossier-mdph-invalidite",
    "sante--sante-mentale",
    "sante--sante-sexuelle",
    "se-former--monter-son-dossier-de-formation",
    "se-former--trouver-sa-formation",
    "souvrir-a-linternational--connaitre-les-opportunites-demploi-a-letranger",
    "souvrir-a-linternational--sinformer-sur-les-aides-pour-travailler-a-letranger",
    "souvrir-a-linternational--sorganiser-suite-a-son-retour-en-france",
    "trouver-un-emploi--convaincre-un-recruteur-en-entretien",
    "trouver-un-emploi--faire-des-candidatures-spontanees",
    "trouver-un-emploi--maintien-dans-lemploi",
    "trouver-un-emploi--repondre-a-des-offres-demploi",
    "trouver-un-emploi--suivre-ses-candidatures-et-relancer-les-employeurs",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_belongs_to_a_known_category() {
        for theme in Theme::all() {
            assert_eq!(Category::from_code(theme.category().code()), Some(theme.category()), "{theme:?}");
        }
    }

    #[test]
    fn a_category_wishes_for_all_its_themes() {
        let wish = ThemeWish::from_code("remobilisation").unwrap();
        assert!(wish.includes(Theme::from_code("remobilisation--lien-social").unwrap()));
        assert!(!wish.includes(Theme::from_code("famille--soutien-aidants").unwrap()));
        assert_eq!(ThemeWish::from_code("lien-social"), None);
    }

    #[test]
    fn a_theme_reads_back_from_json_and_an_unknown_one_does_not() {
        let theme: Theme = serde_json::from_str("\"sante--sante-mentale\"").unwrap();
        assert_eq!(serde_json::to_string(&theme).unwrap(), "\"sante--sante-mentale\"");
        assert!(serde_json::from_str::<Theme>("\"sante\"").is_err());
    }
}
