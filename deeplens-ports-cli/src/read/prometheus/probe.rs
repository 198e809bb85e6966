//! Which address a job scrapes, after its rules for labels.

use crate::node::Node;

/// What is scraped.
pub(super) enum Address<'a> {
    /// The targets themselves.
    Target,
    /// One address, a prober's, that is told the targets.
    Fixed(Node<'a>),
    /// One that is made of labels.
    Made(Node<'a>),
}

impl<'a> Address<'a> {
    pub(super) fn of(job: Node<'a>) -> Self {
        let rules = job.get("relabel_configs").into_iter().flat_map(Node::items);
        let mut address = Self::Target;
        for rule in rules {
            let text = |key: &str| rule.get(key).and_then(Node::text);
            let replaces = matches!(text("action"), None | Some("replace"));
            if text("target_label") != Some("__address__") || !replaces {
                continue;
            }
            let replacement = rule.get("replacement");
            address = match replacement {
                Some(node) if !node.text().unwrap_or_default().contains('$') => Self::Fixed(node),
                _ => Self::Made(replacement.unwrap_or(rule)),
            };
        }
        address
    }
}
