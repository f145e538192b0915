//! The files of the project, as git sees them.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::Failure;

/// A text file; its path is relative to the project's root, with `/`.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) path: String,
    pub(super) text: String,
}

#[derive(Debug)]
pub(super) struct Tree {
    pub(super) sources: Vec<Source>,
    /// Path and size in bytes of every file, text or not.
    pub(super) weights: Vec<(String, u64)>,
}

impl Tree {
    /// Files that are committed, and new ones that git would take: a flaw is told before it is
    /// committed.
    pub(super) fn read(root: &Path) -> Result<Tree, Failure> {
        let mut tree = Tree { sources: Vec::new(), weights: Vec::new() };
        for path in listed(root)? {
            // A file deleted but not yet committed as such.
            let Ok(bytes) = fs::read(root.join(&path)) else { continue };
            tree.weights.push((path.clone(), u64::try_from(bytes.len())?));
            if let Ok(text) = String::from_utf8(bytes) {
                tree.sources.push(Source { path, text });
            }
        }
        Ok(tree)
    }
}

fn listed(root: &Path) -> Result<Vec<String>, Failure> {
    let output = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .map_err(|error| format!("git is needed to list the project's files: {error}"))?;
    if !output.status.success() {
        return Err(format!("git ls-files: {}", String::from_utf8_lossy(&output.stderr).trim()).into());
    }
    let names = String::from_utf8(output.stdout)?;
    Ok(names.split('\0').filter(|name| !name.is_empty()).map(ToOwned::to_owned).collect())
}

#[cfg(test)]
impl Source {
    pub(super) fn new(path: &str, text: &str) -> Source {
        Source { path: path.to_owned(), text: text.to_owned() }
    }
}
