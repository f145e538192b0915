//! What this crate's own stories need.

use std::path::PathBuf;

use uuid::Uuid;

/// A folder of a story, removed when it ends.
#[derive(Debug)]
pub(crate) struct TempFolder(pub(crate) PathBuf);

impl TempFolder {
    pub(crate) fn new() -> TempFolder {
        let path = std::env::temp_dir().join(format!("maillage-{}", Uuid::new_v4()));
        std::fs::create_dir_all(&path).unwrap();
        TempFolder(path)
    }
}

impl Drop for TempFolder {
    fn drop(&mut self) {
        // A folder left behind in the temporary place harms nobody.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
