use super::{FOLDER, TABLE, get, names, url};

#[test]
fn the_style_sheet_has_a_hashed_address_that_is_served() {
    let address = url("app.css");
    assert_ne!(address, "/assets/app.css");
    let asset = get(address).unwrap();
    assert_eq!(asset.content_type, "text/css; charset=utf-8");
    assert!(asset.immutable);
    assert_eq!(Some(asset), get(address.strip_prefix(FOLDER).unwrap()));
}

#[test]
fn a_plain_name_or_a_stale_hash_is_not_served() {
    assert_eq!(get("/assets/app.css"), None);
    assert_eq!(get("/assets/app.AAAAAAAA.css"), None);
    assert_eq!(get("/assets/../Cargo.toml"), None);
}

#[test]
fn every_asset_has_a_known_type() {
    for entry in TABLE {
        let asset = get(entry.url).unwrap();
        assert_ne!(asset.content_type, "application/octet-stream", "{}", entry.name);
    }
}

#[test]
fn large_text_has_a_gzip_less_than_half_its_size_and_the_font_has_none() {
    for name in ["app.css", "map.js", "maplibre-gl-worker.mjs"] {
        let asset = get(url(name)).unwrap();
        let gzip = asset.gzip.unwrap();
        assert!(gzip.starts_with(&[0x1f, 0x8b]), "{name}");
        assert!(gzip.len() * 2 < asset.bytes.len(), "{name}");
    }
    assert!(TABLE.iter().filter(|entry| entry.name.ends_with(".woff2")).all(|entry| entry.gzip.is_none()));
}

#[test]
fn names_are_unique_so_that_an_address_cannot_be_ambiguous() {
    let mut all: Vec<_> = names().collect();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), TABLE.len());
}

#[test]
fn addresses_inside_the_style_sheet_are_served_and_none_is_elsewhere() {
    let css = std::str::from_utf8(get(url("app.css")).unwrap().bytes).unwrap();
    let addresses: Vec<_> =
        css.split("url(").skip(1).map(|rest| rest.split(')').next().unwrap().trim_matches('"')).collect();
    assert!(addresses.iter().any(|address| address.ends_with(".woff2")));
    for address in addresses {
        assert!(get(address).is_some(), "{address}");
    }
    assert!(!css.contains("@import"));
}

#[test]
fn the_map_is_not_part_of_what_every_page_loads() {
    let app = get(url("app.js")).unwrap().bytes.len();
    let map = get(url("map.js")).unwrap().bytes.len();
    assert!(app < 20_000 && map > 500_000, "app.js {app} bytes, map.js {map} bytes");
    assert!(names().any(|name| name == "maplibre-gl-worker.mjs"));
}

#[test]
fn the_licences_of_what_is_redistributed_are_served_and_those_of_tools_are_left_out() {
    let text = std::str::from_utf8(get(url("licences.txt")).unwrap().bytes).unwrap();
    assert!(text.contains("SIL Open Font License"), "the font");
    assert!(text.contains("maplibre-gl 6") && text.contains("earcut"), "the map and what it bundles");
    assert!(!text.contains("typescript") && !text.contains("esbuild"));
}
