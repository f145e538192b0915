//! All a template can reach.

use std::collections::HashMap;
use std::sync::LazyLock;

use platform::paper::{LOOK, NotPrinted, Sheet};
use serde_json::Value as Json;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts::FONTS;
use crate::signs;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

const MAIN: &str = "main.typ";

/// Files by name, made for one sheet.
pub(crate) struct SheetWorld {
    main: FileId,
    files: HashMap<FileId, Bytes>,
}

impl SheetWorld {
    pub(crate) fn of(sheet: &Sheet) -> Result<SheetWorld, NotPrinted> {
        let (data, has_signs) = signs::drawable(&sheet.data);
        let mut frame = sheet.frame();
        if let (Some(fields), (title, in_title)) = (frame.as_object_mut(), in_title(&sheet.title)) {
            fields.insert("title".to_owned(), title);
            fields.insert("has-signs".to_owned(), Json::Bool(has_signs || in_title));
        }
        let mut world = SheetWorld { main: id(MAIN)?, files: HashMap::new() };
        world.add(MAIN, Bytes::from_string(sheet.template))?;
        for (name, text) in LOOK {
            world.add(name, Bytes::from_string(text))?;
        }
        world.add("frame.json", Bytes::from_string(frame.to_string()))?;
        world.add("data.json", Bytes::from_string(data.to_string()))?;
        for picture in &sheet.pictures {
            world.add(&format!("{}.svg", picture.name), Bytes::from_string(picture.svg.clone()))?;
        }
        Ok(world)
    }

    fn add(&mut self, name: &str, bytes: Bytes) -> Result<(), NotPrinted> {
        self.files.insert(id(name)?, bytes);
        Ok(())
    }
}

fn in_title(title: &str) -> (Json, bool) {
    signs::drawable(&Json::from(title))
}

fn id(name: &str) -> Result<FileId, NotPrinted> {
    let path = VirtualPath::new(name).map_err(|_| NotPrinted::Refused(format!("no name: {name}")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for SheetWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let text = self.file(id)?.to_str().map_err(|_| FileError::InvalidUtf8)?;
        Ok(Source::new(id, text.into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.all.get(index).cloned()
    }

    /// A sheet says its own day.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
