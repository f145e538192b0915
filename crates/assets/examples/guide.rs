//! Writes the style guide, with the addresses of the built assets, into a folder that any static
//! server can show: `cargo run -p assets --example guide -- FOLDER`, then open `FOLDER/index.html`.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

const PARTS: [&str; 3] = ["head", "top", "foot"];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args().nth(1).ok_or("say in which folder to write the guide")?);
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("guide");
    write_assets(&folder)?;
    for file in fs::read_dir(&guide)? {
        let path = file?.path();
        let name =
            path.file_name().and_then(|name| name.to_str()).ok_or("a file of the guide has no name")?;
        if path.extension().is_some_and(|extension| extension == "html") {
            fs::write(folder.join(name), page(&guide, &path)?)?;
        } else {
            fs::copy(&path, folder.join(name))?;
        }
    }
    Ok(())
}

fn write_assets(folder: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder.join("assets"))?;
    for name in assets::names() {
        let url = assets::url(name);
        let asset = assets::get(url).ok_or("an asset is named but not served")?;
        fs::write(folder.join(url.trim_start_matches('/')), asset.bytes)?;
    }
    Ok(())
}

/// A page of the guide, its shared parts and the addresses of its assets filled in.
fn page(guide: &Path, path: &Path) -> Result<String, Box<dyn Error>> {
    let mut html = fs::read_to_string(path)?;
    for part in PARTS {
        let text = fs::read_to_string(guide.join(format!("{part}.part")))?;
        html = html.replace(&format!("{{{{{part}}}}}"), text.trim_end());
    }
    if let Some(name) = path.file_name().and_then(|name| name.to_str()) {
        let here = format!("<li><a href=\"{name}\">");
        html = html.replace(&here, &here.replace("<a ", "<a aria-current=\"page\" "));
    }
    for name in ["app.css", "app.js", "favicon.svg"] {
        html = html.replace(&format!("{{{{{name}}}}}"), assets::url(name));
    }
    Ok(html)
}
