//! Who stands behind an organization (`reseaux_porteurs`).

use super::Coded;
use super::coded::listed;

listed! {
    /// A national network or kind of administration.
    Network in NETWORKS
}

impl Network {
    /// Whether data·inclusion knows it; the others stay here when a file leaves.
    pub fn is_official(self) -> bool {
        !OURS.contains(&self.code())
    }

    /// The official list alone: what an imported file may name.
    pub fn official(code: &str) -> Option<Network> {
        Network::from_code(code).filter(|network| network.is_official())
    }
}

/// Networks of social ties that the official list lacks.
const OURS: [&str; 7] = [
    "clsm",
    "cpts",
    "familles-rurales",
    "monalisa",
    "msp",
    "petits-freres-des-pauvres",
    "reseau-des-accorderies",
];

#[rustfmt::skip]
const NETWORKS: [&str; 115] = [
    "60000-rebonds", "aci", "action-logement", "adie", "afpa", "agefiph", "ai", "aidants-connect",
    "alliance-villes-emploi", "anlci", "apprentis-dauteuil", "ase", "banques-alimentaires", "caarud",
    "cada", "caf", "campus-connecte", "cap-emploi-reseau-cheops", "cava", "ccas-cias",
    "chambres-consulaires", "chantier-ecole", "chrs", "chu", "cidff", "clsm", "cmp", "cms", "cnam",
    "collectif-emploi", "communes", "conseillers-numeriques", "coorace", "cpam", "cph", "cpts",
    "creches-avip", "crepi", "cresus", "croix-rouge", "csapa", "delegataire-conseil-departemental",
    "departements", "duo-for-a-job", "ea", "eatt", "ecoles-de-la-deuxieme-chance", "egee", "ei", "eiti",
    "emmaus", "epide", "esat", "espaces-publics-numeriques", "etcld", "etti", "fabrique-de-territoire",
    "face", "familles-rurales", "fcsf", "federation-des-acteurs-de-la-solidarite",
    "federation-professionnelle-femmes", "france-active", "france-service", "france-travail", "french-tech",
    "geiq", "grandes-ecoles-du-numerique", "huda", "hup", "inae", "initiative-france", "konexio",
    "la-cravate-solidaire", "la-poste", "les-premieres", "maison-departementale-de-lautonomie",
    "maisons-de-l-emploi", "maisons-des-solidarites", "mdph", "mission-locale", "mjc", "mobin", "monalisa",
    "msap", "msp", "mutualite-sociale-agricole", "nqt", "petits-freres-des-pauvres", "pimms-mediation",
    "pjj", "plie", "points-conseil-budget", "points-justice", "positive-planet", "regions", "reseau-app",
    "reseau-bge", "reseau-des-accorderies", "reseau-entreprendre", "reseau-information-jeunesse",
    "residences-fjt", "ressourceries", "restos-du-coeur", "secours-populaire", "siao", "simplon", "singa",
    "snc", "spip", "tous-tes-possibles", "unaf", "unea", "unis-cite", "wimoov",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_local_network_is_known_here_and_refused_in_an_imported_file() {
        let ours = Network::from_code("petits-freres-des-pauvres").unwrap();
        assert!(!ours.is_official());
        assert_eq!(Network::official("petits-freres-des-pauvres"), None);
        assert!(Network::official("mjc").is_some());
    }

    #[test]
    fn every_local_network_is_in_the_whole_list() {
        for code in OURS {
            assert!(Network::from_code(code).is_some(), "{code}");
        }
        assert_eq!(Network::all().filter(|network| network.is_official()).count(), 108);
    }
}
