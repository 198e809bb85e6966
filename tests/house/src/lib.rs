//! The modules of a crate, and which names which.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, UseTree, Visibility};

/// The modules of a crate by their paths, `["resolve", "error"]`; the root's is empty.
pub type Modules = BTreeMap<Vec<String>, Module>;

/// A module: one file.
#[derive(Debug, Default)]
pub struct Module {
    /// The paths that it names, from the root of the crate.
    names: Vec<Vec<String>>,
    /// What it defines.
    items: BTreeSet<String>,
    /// What it hands on: a name, and what stands for it.
    exports: BTreeMap<String, Vec<String>>,
}

/// The folder of this repository.
#[must_use]
pub fn repository() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.ancestors().nth(2).unwrap_or(package).to_owned()
}

/// The Rust files below a folder.
///
/// # Panics
///
/// Where the folder cannot be read.
#[must_use]
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The modules of the crate whose root is this file, without tests.
///
/// # Panics
///
/// Where a file is missing, or no Rust.
#[must_use]
pub fn modules(root: &Path) -> Modules {
    let mut modules = Modules::new();
    read(root, &[], &mut modules);
    modules
}

fn read(file: &Path, path: &[String], modules: &mut Modules) {
    let text =
        fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let tree = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let folder = file.parent().expect("a file is in a folder");
    let stem = file.file_stem().expect("a file").to_string_lossy();
    let inner = match stem.as_ref() {
        "lib" | "main" | "mod" => folder.to_owned(),
        stem => folder.join(stem),
    };
    let mut reader = Reader {
        path: path.to_owned(),
        module: Module::default(),
        children: Vec::new(),
        depth: 0,
    };
    reader.visit_file(&tree);
    modules.insert(path.to_owned(), reader.module);
    for child in reader.children {
        let file = inner.join(format!("{child}.rs"));
        let file = if file.exists() {
            file
        } else {
            inner.join(&child).join("mod.rs")
        };
        read(&file, &[path, &[child]].concat(), modules);
    }
}

struct Reader {
    path: Vec<String>,
    module: Module,
    /// The modules in files of their own.
    children: Vec<String>,
    /// How many modules in the same file are around what is read.
    depth: usize,
}

impl Reader {
    /// A path as it is written, from the root of the crate; `None` if it leads out of it.
    fn rooted(&self, written: &[String]) -> Option<Vec<String>> {
        let mut from = match written.first()?.as_str() {
            "crate" => Vec::new(),
            "self" | "super" => self.path.clone(),
            first if self.children.iter().any(|child| child == first) => {
                return Some([&self.path, written].concat());
            }
            _ => return None,
        };
        for name in written {
            match name.as_str() {
                "crate" | "self" => {}
                "super" => drop(from.pop()),
                name => from.push(name.to_owned()),
            }
        }
        Some(from)
    }

    fn read_use(&mut self, tree: &UseTree, before: &[String], is_public: bool) {
        match tree {
            UseTree::Path(path) => {
                let before = [before, &[path.ident.to_string()]].concat();
                self.read_use(&path.tree, &before, is_public);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.read_use(tree, before, is_public);
                }
            }
            UseTree::Name(name) => {
                let name = name.ident.to_string();
                self.read_name(before, &name, &name, is_public);
            }
            UseTree::Rename(rename) => {
                let (name, here) = (rename.ident.to_string(), rename.rename.to_string());
                self.read_name(before, &name, &here, is_public);
            }
            UseTree::Glob(_) => self.read_name(before, "*", "*", false),
        }
    }

    fn read_name(&mut self, before: &[String], name: &str, here: &str, is_public: bool) {
        let name = if name == "self" {
            Vec::new()
        } else {
            vec![name.to_owned()]
        };
        let Some(path) = self.rooted(&[before, &name].concat()) else {
            return;
        };
        if is_public {
            // Who names it here means what stands there.
            self.module.exports.insert(here.to_owned(), path);
        } else {
            self.module.names.push(path);
        }
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let list = attribute.meta.require_list();
        attribute.path().is_ident("cfg") && list.is_ok_and(|list| list.tokens.to_string() == "test")
    })
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        let name = match item {
            Item::Const(it) => Some(&it.ident),
            Item::Enum(it) => Some(&it.ident),
            Item::Fn(it) => Some(&it.sig.ident),
            Item::Macro(it) => it.ident.as_ref(),
            Item::Static(it) => Some(&it.ident),
            Item::Struct(it) => Some(&it.ident),
            Item::Trait(it) => Some(&it.ident),
            Item::Type(it) => Some(&it.ident),
            _ => None,
        };
        self.module.items.extend(name.map(ToString::to_string));
        visit::visit_item(self, item);
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if is_for_tests(&item.attrs) {
            return;
        }
        match &item.content {
            None => self.children.push(item.ident.to_string()),
            Some(_) => {
                self.depth += 1;
                visit::visit_item_mod(self, item);
                self.depth -= 1;
            }
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        // What an inner module hands on has another path.
        let is_public = self.depth == 0 && !matches!(item.vis, Visibility::Inherited);
        self.read_use(&item.tree, &[], is_public);
    }

    /// Who may name an item is no import.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path
            .segments
            .iter()
            .map(|it| it.ident.to_string())
            .collect();
        if names.len() > 1 {
            self.module.names.extend(self.rooted(&names));
        }
        visit::visit_path(self, path);
    }
}

/// For each module, the others that it names; what is handed on counts as where it stands.
#[must_use]
pub fn arrows(modules: &Modules) -> BTreeMap<Vec<String>, BTreeSet<Vec<String>>> {
    let arrows = modules.iter().map(|(from, module)| {
        let targets = module
            .names
            .iter()
            .filter_map(|path| home(modules, path.clone()));
        (from.clone(), targets.filter(|to| to != from).collect())
    });
    arrows.collect()
}

/// The module in which stands what the path names.
fn home(modules: &Modules, mut path: Vec<String>) -> Option<Vec<String>> {
    // A name that is handed on twice leads on; none is handed on for ever.
    for _ in 0..8 {
        let length = (0..=path.len())
            .rev()
            .find(|length| modules.contains_key(&path[..*length]))?;
        let (module, rest) = path.split_at(length);
        let (Some(name), found) = (rest.first(), &modules[module]) else {
            return Some(module.to_owned());
        };
        match found.exports.get(name) {
            Some(export) if !found.items.contains(name) => {
                path = [export.as_slice(), &rest[1..]].concat();
            }
            _ => return Some(module.to_owned()),
        }
    }
    None
}

/// A way from a module back to itself, if there is one.
#[must_use]
pub fn circle(arrows: &BTreeMap<Vec<String>, BTreeSet<Vec<String>>>) -> Option<Vec<String>> {
    let mut done = BTreeSet::new();
    for start in arrows.keys() {
        if let Some(circle) = walk(start, arrows, &mut Vec::new(), &mut done) {
            return Some(circle.iter().map(|path| path.join("::")).collect());
        }
    }
    None
}

fn walk<'a>(
    at: &'a Vec<String>,
    arrows: &'a BTreeMap<Vec<String>, BTreeSet<Vec<String>>>,
    way: &mut Vec<&'a Vec<String>>,
    done: &mut BTreeSet<&'a Vec<String>>,
) -> Option<Vec<&'a Vec<String>>> {
    if let Some(start) = way.iter().position(|before| *before == at) {
        return Some([&way[start..], &[at]].concat());
    }
    if !done.insert(at) {
        return None;
    }
    way.push(at);
    let found = arrows
        .get(at)
        .into_iter()
        .flatten()
        .find_map(|next| walk(next, arrows, way, done));
    way.pop();
    found
}
