use kernel::Lang;

/// Why a whole file is not read, with what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Excel's format of before 2007.
    OldWorkbook,
    Pdf,
    Utf16,
    /// Bytes that are no text.
    Binary,
    /// An archive that is no workbook, or a damaged or protected one.
    BadWorkbook {
        fault: String,
    },
    /// Unpacked, over so many mebibytes.
    HeavyWorkbook {
        most: u64,
    },
    /// The tables of a package are together over what is put together in memory.
    HeavyPackage,
    /// Over so many columns.
    TooManyColumns {
        most: usize,
    },
    /// Neither a line of titles nor a row.
    NoTable,
    /// A table without these columns, which nobody has matched to its own.
    Columns {
        missing: Vec<&'static str>,
    },
}

impl Unfit {
    pub fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::Fr => self.in_french(),
            Lang::En => self.in_english(),
        }
    }

    fn in_french(&self) -> String {
        match self {
            Unfit::OldWorkbook => {
                "C’est un classeur d’avant 2007 (.xls)\u{a0}: enregistrez-le en .xlsx ou en CSV.".to_owned()
            }
            Unfit::Pdf => "C’est un PDF\u{a0}: demandez le tableau dont il vient.".to_owned(),
            Unfit::Utf16 => {
                "Le texte est en UTF-16\u{a0}: enregistrez-le en «\u{a0}CSV UTF-8\u{a0}».".to_owned()
            }
            Unfit::Binary => "Ce n’est ni un texte, ni un classeur.".to_owned(),
            Unfit::BadWorkbook { fault } => {
                format!(
                    "Ce classeur est illisible\u{a0}: abîmé, protégé par un mot de passe, ou pas un .xlsx ({fault})."
                )
            }
            Unfit::HeavyWorkbook { most } => {
                format!("Ce classeur dépasse {most}\u{a0}Mio une fois déplié\u{a0}: enregistrez-le en CSV.")
            }
            Unfit::HeavyPackage => {
                "Ce paquet de tables est trop gros pour être assemblé\u{a0}: demandez les services en JSON, imbriqués."
                    .to_owned()
            }
            Unfit::TooManyColumns { most } => {
                format!("Plus de {most} colonnes\u{a0}: ce n’est pas un annuaire.")
            }
            Unfit::NoTable => "Le tableau est vide\u{a0}: une ligne de titres est attendue.".to_owned(),
            Unfit::Columns { missing } => {
                format!(
                    "Colonnes absentes\u{a0}: {}. Faites correspondre celles du fichier.",
                    missing.join(", ")
                )
            }
        }
    }

    fn in_english(&self) -> String {
        match self {
            Unfit::OldWorkbook => {
                "This is a workbook from before 2007 (.xls): save it as .xlsx or CSV.".to_owned()
            }
            Unfit::Pdf => "This is a PDF: ask for the table it was made from.".to_owned(),
            Unfit::Utf16 => "The text is in UTF-16: save it as “CSV UTF-8”.".to_owned(),
            Unfit::Binary => "This is neither text nor a workbook.".to_owned(),
            Unfit::BadWorkbook { fault } => format!(
                "This workbook cannot be read: damaged, protected by a password, or no .xlsx ({fault})."
            ),
            Unfit::HeavyWorkbook { most } => {
                format!("This workbook is over {most} MiB once unpacked: save it as CSV.")
            }
            Unfit::HeavyPackage => {
                "This package of tables is too large to be put together: ask for the services as nested JSON."
                    .to_owned()
            }
            Unfit::TooManyColumns { most } => format!("Over {most} columns: this is no directory."),
            Unfit::NoTable => "The table is empty: a line of titles is expected.".to_owned(),
            Unfit::Columns { missing } => {
                format!("Missing columns: {}. Match those of the file to them.", missing.join(", "))
            }
        }
    }
}
