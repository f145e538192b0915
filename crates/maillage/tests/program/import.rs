use crate::running::{Folder, run, text};

#[test]
fn an_import_lists_refused_rows_and_ends_with_its_two_counts() {
    let folder = Folder::new("import");
    let structures = folder.0.join("structures.ndjson");
    let services = folder.0.join("services.ndjson");
    std::fs::write(
        &structures,
        "{\"source\":\"x\",\"id\":\"x--1\",\"nom\":\"Maison\",\"date_maj\":\"2025-06-01\"}\n{broken\n",
    )
    .unwrap();
    std::fs::write(&services, "").unwrap();
    let words = ["import", "data-inclusion", "--data", folder.0.to_str().unwrap()];
    let files = ["--structures", structures.to_str().unwrap(), "--services", services.to_str().unwrap()];
    let first = text(&run(&[&words[..], &files[..]].concat()).stdout);
    assert!(first.contains("structures, ligne 2"), "{first}");
    let last = "structures: 2 read, 1 created, 0 updated, 0 unchanged, 1 refused\n\
                services: 0 read, 0 created, 0 updated, 0 unchanged, 0 refused\n";
    assert!(first.ends_with(last), "{first}");
    let second = text(&run(&[&words[..], &files[..]].concat()).stdout);
    assert!(second.contains("Rien n’a changé") && second.contains("1 unchanged"), "{second}");
}
