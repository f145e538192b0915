//! The table of names: régions, départements, EPCI, then communes, one record a line.

use std::collections::HashMap;

use super::etalab::{Commune, Etalab};
use super::france::France;
use super::shape::{Shape, point_from_wkb};

const HEADER: &str = "maillage communes 1";

pub(crate) fn table(france: &France, etalab: &Etalab, shapes: &[(String, Shape)]) -> String {
    let links = Links::new(france, etalab, shapes);
    let mut lines = vec![HEADER.to_owned()];
    lines.extend(etalab.regions.iter().map(|r| format!("R\t{}\t{}", r.code, r.nom)));
    lines.extend(etalab.departements.iter().map(|d| format!("D\t{}\t{}\t{}", d.code, d.nom, d.region)));
    for epci in &etalab.epci {
        let name = france.epci.get(&epci.code).unwrap_or(&epci.nom);
        lines.push(format!("E\t{}\t{name}", epci.code));
    }
    lines.extend(etalab.communes.iter().map(|commune| links.record(commune)));
    lines.join("\n") + "\n"
}

/// What a commune's line needs from elsewhere, by code.
struct Links<'a> {
    epci: HashMap<&'a str, &'a str>,
    centres: HashMap<&'a str, (f64, f64)>,
    former: HashMap<&'a str, Vec<&'a Commune>>,
}

impl<'a> Links<'a> {
    fn new(france: &'a France, etalab: &'a Etalab, shapes: &'a [(String, Shape)]) -> Links<'a> {
        let members = etalab.epci.iter().flat_map(|e| e.membres.iter().map(move |m| (&*m.code, &*e.code)));
        // The town hall stands for the centre where there is no contour.
        let halls = france
            .communes
            .iter()
            .filter(|row| row.is_whole())
            .filter_map(|row| Some((row.code.as_str(), point_from_wkb(&row.mairie_localisation)?)));
        let middles = shapes.iter().filter_map(|(code, shape)| Some((code.as_str(), shape.centre()?)));
        let mut former: HashMap<&str, Vec<&Commune>> = HashMap::new();
        for part in &etalab.former {
            former.entry(part.chef_lieu.as_deref().unwrap_or_default()).or_default().push(part);
        }
        Links { epci: members.collect(), centres: halls.chain(middles).collect(), former }
    }

    fn record(&self, commune: &Commune) -> String {
        let Commune { code, nom, codes_postaux, departement, .. } = commune;
        let parent = commune.commune.as_deref().unwrap_or_default();
        let epci = self.epci.get(&**code).or_else(|| self.epci.get(parent)).copied().unwrap_or_default();
        let centre = self.centres.get(&**code).map(|(lat, lon)| format!("{lat:.4},{lon:.4}"));
        let postcodes = codes_postaux.join(" ");
        let population = commune.population.unwrap_or(0);
        let centre = centre.unwrap_or_default();
        let former = self.former(commune);
        format!(
            "C\t{code}\t{nom}\t{departement}\t{postcodes}\t{population}\t{epci}\t{centre}\t{parent}\t{former}"
        )
    }

    /// Codes and names the place was known by: `01340|01015=Arbignieu`.
    fn former(&self, commune: &Commune) -> String {
        let parts = self.former.get(&*commune.code).map_or(&[][..], Vec::as_slice);
        let named = parts.iter().map(|part| format!("{}={}", part.code, part.nom));
        let nameless =
            commune.anciens_codes.iter().filter(|code| parts.iter().all(|part| part.code != **code));
        nameless.cloned().chain(named).collect::<Vec<_>>().join("|")
    }
}
