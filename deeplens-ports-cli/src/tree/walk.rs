//! The walk over a folder: the one file that names `ignore`.

use super::index;
use ignore::WalkBuilder;
use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The files below a path, and the repository that they are of.
pub(super) struct Found {
    pub(super) files: Vec<PathBuf>,
    /// The nearest folder above with a `.git`, else the folder itself.
    pub(super) root: PathBuf,
}

/// No folder that people make is as deep.
const DEEPEST: usize = 100;

pub(super) fn files(path: &Path) -> io::Result<Found> {
    let kind = fs::metadata(path)?;
    let is_folder = kind.is_dir();
    if !is_folder && !kind.is_file() {
        return Err(io::Error::other("it is neither a file nor a folder"));
    }
    let folder = if is_folder {
        path
    } else {
        path.parent().unwrap_or(path)
    };
    let repository = folder.ancestors().find(|above| above.join(".git").exists());
    let root = repository.unwrap_or(folder).to_owned();
    if !is_folder {
        let files = vec![path.to_owned()];
        return Ok(Found { files, root });
    }
    let (mut files, links) = walk(path, DEEPEST);
    if repository.is_some() {
        let found: HashSet<&Path> = files.iter().map(PathBuf::as_path).collect();
        let tracked = index::tracked(&root).into_iter();
        let tracked = tracked.filter(|file| file.starts_with(path) && !found.contains(&**file));
        let ignored: Vec<PathBuf> = tracked.filter(|file| is_file(file)).collect();
        files.extend(ignored);
    }
    add_links(&mut files, links);
    Ok(Found { files, root })
}

/// Whether a walk of its folder finds the file.
pub(super) fn would_find(file: &Path) -> bool {
    let Some(folder) = file.parent() else {
        return false;
    };
    if !is_file(file) {
        return false;
    }
    let is_walked = walk(folder, 1).0.iter().any(|found| found == file);
    let mut above = folder.ancestors();
    is_walked
        || above
            .find(|above| above.join(".git").exists())
            .is_some_and(|root| index::tracked(root).iter().any(|tracked| tracked == file))
}

fn is_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|kind| kind.is_file())
}

/// Files and links. What this machine alone ignores is found, so that a laptop and CI agree.
fn walk(path: &Path, depth: usize) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let walk = WalkBuilder::new(path)
        .standard_filters(false)
        .parents(true)
        .git_ignore(true)
        .max_depth(Some(depth))
        .filter_entry(|entry| {
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            let of_others = [".git", ".hg", ".svn", "node_modules"];
            !of_others.iter().any(|name| entry.file_name() == *name) || !is_folder
        })
        .build();
    let (mut files, mut links) = (Vec::new(), Vec::new());
    // A folder that may not be listed has no files for this user.
    for entry in walk.flatten() {
        match entry.file_type() {
            Some(kind) if kind.is_symlink() => links.push(entry.into_path()),
            Some(kind) if kind.is_file() => files.push(entry.into_path()),
            _ => {}
        }
    }
    (files, links)
}

/// Adds the links to files that are not found anyway, each once.
fn add_links(files: &mut Vec<PathBuf>, links: Vec<PathBuf>) {
    if links.is_empty() {
        return;
    }
    let real = files.iter().filter_map(|file| fs::canonicalize(file).ok());
    let mut seen: HashSet<PathBuf> = real.collect();
    for link in links {
        let target = fs::canonicalize(&link).ok();
        let target = target.filter(|target| is_file(target));
        if target.is_some_and(|target| seen.insert(target)) {
            files.push(link);
        }
    }
}
