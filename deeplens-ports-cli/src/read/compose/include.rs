//! `include`: other projects in a project.

use super::files;
use crate::node::Node;
use crate::read::variables::{EnvFiles, Variables};
use crate::source::Source;
use crate::tree;

/// One entry: a file, and what is laid over it.
pub(super) struct Include<'a> {
    pub(super) source: &'a Source,
    pub(super) item: Node<'a>,
    pub(super) paths: Vec<String>,
}

/// The entries of a file.
pub(super) fn all<'a>(source: &'a Source, variables: &Variables) -> Vec<Include<'a>> {
    let lists = source.roots().filter_map(|root| root.get("include"));
    let of = |item: Node<'a>| {
        let paths = files::texts(item.get("path").unwrap_or(item));
        let filled = paths
            .into_iter()
            .filter_map(|path| variables.fill(path).ok());
        Include {
            source,
            item,
            paths: filled
                .map(|path| tree::join(source.folder(), &path.text))
                .collect(),
        }
    };
    lists.flat_map(Node::items).map(of).collect()
}

impl Include<'_> {
    /// Those of the project in `folder` hold before those of the included one.
    pub(super) fn variables(
        &self,
        env: &EnvFiles<'_>,
        folder: &str,
        above: &Variables,
        first: &Source,
    ) -> Variables {
        let texts = |key: &str| self.item.get(key).map(files::texts).unwrap_or_default();
        let named: Vec<String> = texts("env_file")
            .into_iter()
            .map(|path| tree::join(folder, path))
            .collect();
        if !named.is_empty() {
            return above.and(env, named);
        }
        let own = texts("project_directory");
        let own = own
            .first()
            .map_or(first.folder().to_owned(), |path| tree::join(folder, path));
        above.and(env, vec![tree::join(&own, ".env")])
    }
}
