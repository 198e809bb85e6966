//! The files that are read: those of a folder, or of a test.

mod index;
mod path;
mod text;
mod walk;

pub(crate) use path::{file_name, folder, join};
pub(crate) use text::Unread;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Files by their path, with `/` between its parts.
///
/// The text of a file on disk is read when it is needed, so that a large repository does not have to fit into memory.
///
/// ```
/// use deeplens_ports_cli::Tree;
///
/// let mut tree = Tree::new();
/// tree.insert("web/.env", "PORT=8080");
/// assert_eq!(tree.paths().collect::<Vec<_>>(), ["web/.env"]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Tree {
    files: BTreeMap<Arc<str>, Content>,
    /// What paths are relative to, and the folders outside of which no file is read. None of a tree in memory.
    disk: Option<Disk>,
}

#[derive(Clone, Debug)]
enum Content {
    Text(Arc<str>),
    File(PathBuf),
}

#[derive(Clone, Debug)]
struct Disk {
    base: PathBuf,
    roots: Vec<PathBuf>,
}

impl Tree {
    /// A tree without files.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file, in place of one with the same path.
    pub fn insert(&mut self, path: &str, text: &str) {
        let path = path::normal(&path.replace('\\', "/"));
        self.files.insert(path.into(), Content::Text(text.into()));
    }

    /// Finds the files of the current folder, or of other files and folders.
    ///
    /// What git ignores is left out, unless it is tracked; so are devices, and links to files that are found anyway.
    /// Paths are relative to the current folder where they are below it.
    ///
    /// # Errors
    ///
    /// Where a path is not there or is neither file nor folder.
    pub fn read(paths: &[PathBuf]) -> io::Result<Self> {
        let base = std::env::current_dir()?;
        Self::read_from(&base, paths)
    }

    /// As [`read`](Self::read), with paths that are relative to `base`, as a test has it of its own package.
    ///
    /// # Errors
    ///
    /// As those of [`read`](Self::read).
    pub fn read_from(base: &Path, paths: &[PathBuf]) -> io::Result<Self> {
        let base = std::path::absolute(base)?;
        let here = [PathBuf::from(".")];
        let paths = if paths.is_empty() { &here[..] } else { paths };
        let mut tree = Self::new();
        let mut roots = Vec::new();
        for path in paths {
            let fail = |error: io::Error| {
                let text = format!("failed to read `{}`: {error}", path.display());
                io::Error::new(error.kind(), text)
            };
            let found = walk::files(&base.join(path)).map_err(fail)?;
            for file in found.files {
                let name = path::relative(&base, &file);
                tree.files.insert(name.into(), Content::File(file));
            }
            roots.push(found.root);
        }
        tree.disk = Some(Disk { base, roots });
        Ok(tree)
    }

    /// The paths of all files, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(|path| &**path)
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &Arc<str>> {
        self.files.keys()
    }

    /// The text, without a byte order mark.
    pub(crate) fn text(&self, path: &str) -> Result<Arc<str>, Unread> {
        match self.files.get(path) {
            Some(Content::Text(text)) => text::checked(text),
            Some(Content::File(file)) => text::read(file),
            None => text::read(&self.beside(path).ok_or(Unread::Missing)?),
        }
    }

    /// The folder above, if it can have files of this system.
    pub(crate) fn above(&self, folder: &str) -> Option<String> {
        let above = path::above(folder)?;
        match &self.disk {
            None => (!above.starts_with("..")).then_some(above),
            Some(disk) => disk.holds(&above).then_some(above),
        }
    }

    /// What a folder is called.
    pub(crate) fn name_of(&self, folder: &str) -> Option<String> {
        let name = match &self.disk {
            Some(disk) => {
                let folder = path::absolute(&disk.base, folder);
                folder.file_name()?.to_string_lossy().into_owned()
            }
            None => path::file_name(folder).to_owned(),
        };
        Some(name).filter(|name| !name.is_empty())
    }

    /// A file of the repository that was not asked for, such as the `.env` above the folder that was.
    fn beside(&self, path: &str) -> Option<PathBuf> {
        let disk = self.disk.as_ref()?;
        let file = path::absolute(&disk.base, path);
        (disk.holds(path) && walk::would_find(&file)).then_some(file)
    }
}

impl Disk {
    fn holds(&self, path: &str) -> bool {
        let absolute = path::absolute(&self.base, path);
        self.roots.iter().any(|root| absolute.starts_with(root))
    }
}

/// The files of a test.
///
/// ```
/// # use deeplens_ports_cli::Tree;
/// let tree = Tree::from_iter([("compose.yaml", "services: {}"), (".env", "PORT=80")]);
/// assert_eq!(tree.paths().count(), 2);
/// ```
impl<'a> FromIterator<(&'a str, &'a str)> for Tree {
    fn from_iter<T: IntoIterator<Item = (&'a str, &'a str)>>(files: T) -> Self {
        let mut tree = Self::new();
        for (path, text) in files {
            tree.insert(path, text);
        }
        tree
    }
}
