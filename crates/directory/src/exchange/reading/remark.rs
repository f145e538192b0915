use kernel::Lang;

/// Something worth knowing of a file as a whole, said once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Not UTF-8: read as Windows-1252.
    Windows1252,
    /// A cell holds a formula; the value it last had is read.
    Formula { cell: String },
    /// Of several sheets one was read.
    Sheet { read: String, left: Vec<String> },
    /// Parts of a package that are not read.
    Tables { left: Vec<String> },
    /// Nothing of ours corresponds to this column.
    ColumnLeftOut { column: String },
    /// Nothing of ours corresponds to this field of HSDS.
    HsdsLeftOut { field: String },
    /// A code had lost its first zero.
    Padded { field: &'static str },
}

impl Remark {
    pub fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::Fr => self.in_french(),
            Lang::En => self.in_english(),
        }
    }

    fn in_french(&self) -> String {
        match self {
            Remark::Windows1252 => {
                "Le texte n’est pas en UTF-8\u{a0}: il a été lu comme Windows l’écrit. Vérifiez les accents."
                    .to_owned()
            }
            Remark::Formula { cell } => format!(
                "La cellule {cell} (peut-être d’autres) est une formule\u{a0}: sa dernière valeur enregistrée est lue, rien n’est calculé."
            ),
            Remark::Sheet { read, left } => format!(
                "Feuille lue\u{a0}: «\u{a0}{read}\u{a0}». Laissées de côté\u{a0}: {}.",
                left.join(", ")
            ),
            Remark::Tables { left } => {
                format!("Parties du paquet laissées de côté\u{a0}: {}.", left.join(", "))
            }
            Remark::ColumnLeftOut { column } => {
                format!("Colonne laissée de côté\u{a0}: «\u{a0}{column}\u{a0}».")
            }
            Remark::HsdsLeftOut { field } => {
                format!("Champ HSDS sans équivalent, laissé de côté\u{a0}: {field}.")
            }
            Remark::Padded { field } => {
                format!("{field}\u{a0}: le zéro du début, perdu par un tableur, a été remis.")
            }
        }
    }

    fn in_english(&self) -> String {
        match self {
            Remark::Windows1252 => {
                "The text is not UTF-8: it was read as Windows writes it. Check the accents.".to_owned()
            }
            Remark::Formula { cell } => format!(
                "Cell {cell} (perhaps others) is a formula: the value last stored is read, nothing is computed."
            ),
            Remark::Sheet { read, left } => {
                format!("Sheet read: “{read}”. Left out: {}.", left.join(", "))
            }
            Remark::Tables { left } => format!("Parts of the package left out: {}.", left.join(", ")),
            Remark::ColumnLeftOut { column } => format!("Column left out: “{column}”."),
            Remark::HsdsLeftOut { field } => format!("HSDS field without equivalent, left out: {field}."),
            Remark::Padded { field } => {
                format!("{field}: the first zero, lost by a spreadsheet, was put back.")
            }
        }
    }
}
