//! Who stands behind an organization (`reseaux_porteurs`).

use super::Coded;
use super::coded::listed;
use super::network_list::NETWORKS;

listed! {
    /// A national network or kind of administration.
    Network in NETWORKS
}

impl Network {
    /// Whether data·inclusion knows it; the others stay here when a file leaves.
    pub fn is_official(self) -> bool {
        !OURS.contains(&self.code())
    }

    /// Its name, the same in both languages: « MJC ».
    pub fn name(self) -> &'static str {
        NETWORKS.iter().find(|(code, _)| *code == self.code()).map_or(self.code(), |(_, name)| name)
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
