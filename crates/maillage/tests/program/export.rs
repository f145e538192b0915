use crate::running::{Folder, run, text};

#[test]
fn an_export_writes_its_files_and_ends_with_its_count() {
    let folder = Folder::new("export");
    let structures = folder.0.join("structures.ndjson");
    let services = folder.0.join("services.ndjson");
    std::fs::write(
        &structures,
        "{\"source\":\"x\",\"id\":\"x--1\",\"nom\":\"Maison\",\"date_maj\":\"2025-06-01\"}\n",
    )
    .unwrap();
    std::fs::write(&services, "").unwrap();
    let data = ["--data", folder.0.to_str().unwrap()];
    let files = ["--structures", structures.to_str().unwrap(), "--services", services.to_str().unwrap()];
    run(&[&["import", "data-inclusion"][..], &data, &files].concat());
    let out = folder.0.join("out");
    let to = ["--out", out.to_str().unwrap()];
    let official = run(&[&["export", "--format", "data-inclusion"][..], &data, &to].concat());
    assert!(text(&official.stdout).ends_with("data-inclusion: 1 organizations, 0 resources\n"));
    assert!(std::fs::read_to_string(out.join("structures.ndjson")).unwrap().contains("\"x--1\""));
    let ours = run(&[&["export", "--format", "maillage"][..], &data, &to].concat());
    assert!(text(&ours.stdout).contains("ne les publiez pas"), "{ours:?}");
    let unknown = run(&[&["export", "--format", "pdf"][..], &data, &to].concat());
    assert!(!unknown.status.success());
}
