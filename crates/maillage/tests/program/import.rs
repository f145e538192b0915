use crate::running::{Folder, run, text};

#[test]
fn an_import_lists_refused_rows_and_ends_with_its_two_counts() {
    let folder = Folder::new("import");
    let structures = folder.0.join("structures.ndjson");
    let services = folder.0.join("services.ndjson");
    std::fs::write(
        &structures,
        "{\"source\":\"x\",\"id\":\"x--1\",\"nom\":\"Maison\",\"date_maj\":\"2025-06-01\",\
          \"code_insee\":\"69029\",\"latitude\":48.8566,\"longitude\":2.3522}\n{broken\n",
    )
    .unwrap();
    std::fs::write(&services, "").unwrap();
    let words = ["import", "data-inclusion", "--data", folder.0.to_str().unwrap()];
    let files = ["--structures", structures.to_str().unwrap(), "--services", services.to_str().unwrap()];
    let first = text(&run(&[&words[..], &files[..]].concat()).stdout);
    assert!(first.contains("structures, ligne 1 (x--1) signalée, coordonnées à 397 km"), "{first}");
    assert!(first.contains("structures, ligne 2"), "{first}");
    assert!(first.contains("structures : une ligne refusée au moins n’a pas d’identifiant"), "{first}");
    let last = "structures: 2 read, 1 created, 0 updated, 0 unchanged, 1 refused\n\
                services: 0 read, 0 created, 0 updated, 0 unchanged, 0 refused\n";
    assert!(first.ends_with(last), "{first}");
    let second = text(&run(&[&words[..], &files[..]].concat()).stdout);
    assert!(second.contains("Rien n’a changé") && second.contains("1 unchanged"), "{second}");
}

#[test]
fn an_import_tells_of_entries_that_may_be_one_and_duplicates_finds_no_more() {
    let folder = Folder::new("duplicates");
    let structures = folder.0.join("structures.ndjson");
    let services = folder.0.join("services.ndjson");
    let line = |source: &str| {
        format!(
            "{{\"source\":\"{source}\",\"id\":\"{source}--1\",\"nom\":\"Maison de quartier Gerland\",\
              \"date_maj\":\"2025-06-01\",\"code_insee\":\"69029\",\"telephone\":\"0472000001\"}}\n"
        )
    };
    std::fs::write(&structures, line("dora") + &line("soliguide")).unwrap();
    std::fs::write(&services, "").unwrap();
    let data = ["--data", folder.0.to_str().unwrap()];
    let files = ["--structures", structures.to_str().unwrap(), "--services", services.to_str().unwrap()];
    let imported = text(&run(&[&["import", "data-inclusion"][..], &data, &files].concat()).stdout);
    assert!(imported.contains("sur la page Doublons : 1."), "{imported}");
    let again = text(&run(&[&["duplicates"][..], &data].concat()).stdout);
    assert!(again.ends_with("duplicates: 2 compared, 0 proposed, 0 renewed, 0 withdrawn\n"), "{again}");
}

#[test]
fn a_file_cut_short_is_told_in_one_line_and_imports_nothing() {
    let folder = Folder::new("cut");
    let structures = folder.0.join("structures.ndjson");
    let services = folder.0.join("services.ndjson.gz");
    let line = "{\"source\":\"x\",\"id\":\"x--1\",\"nom\":\"Maison\",\"date_maj\":\"2025-06-01\"}\n";
    std::fs::write(&structures, line).unwrap();
    // The header of a gzip file (RFC 1952), and no more.
    std::fs::write(&services, [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]).unwrap();
    let words = ["import", "data-inclusion", "--data", folder.0.to_str().unwrap()];
    let files = ["--structures", structures.to_str().unwrap(), "--services", services.to_str().unwrap()];
    let cut = run(&[&words[..], &files[..]].concat());
    let told = text(&cut.stderr);
    assert_eq!(cut.status.code(), Some(1), "{told}");
    assert!(told.contains("services.ndjson.gz") && told.contains("Rien n’a été importé"), "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");

    std::fs::write(&services, "").unwrap();
    let whole = text(&run(&[&words[..], &files[..]].concat()).stdout);
    assert!(whole.contains("structures: 1 read, 1 created"), "nothing was kept the first time: {whole}");
}
