//! Names: what may be one, and which become the same constant.

use crate::map::constant;
use crate::raw::{Raw, RawEndpoint, RawService};
use crate::reader::Text;
use crate::report::{Diagnostic, Report, quoted};
use crate::rule::Rule;
use crate::source::Span;
use crate::table::Table;

/// Constants that every generated module has.
const USED_BY_THE_MODULE: &[&str] = &["ALL", "CONTAINER_ENDPOINTS", "RANGES"];

/// What has a name that becomes a constant of its own; of a map without mistakes, everything.
#[derive(Default)]
pub(super) struct Usable {
    groups: Table,
    services: Table,
    endpoints: Table,
}

impl Usable {
    pub(super) fn group(&self, name: &str) -> bool {
        self.groups.has(name)
    }

    pub(super) fn service(&self, name: &str) -> bool {
        self.services.has(name)
    }

    /// An endpoint, by its name with that of its service.
    pub(super) fn endpoint(&self, name: &str) -> bool {
        self.endpoints.has(name)
    }
}

/// The name of an endpoint in messages and lookups.
pub(super) fn of(service: &RawService<'_>, endpoint: &RawEndpoint<'_>) -> String {
    match &endpoint.name {
        Some(name) => format!("{}.{}", service.name.value, name.value),
        None => service.name.value.to_owned(),
    }
}

/// Reports the names that cannot be constants.
pub(super) fn read(raw: &Raw<'_>, report: &mut Report) -> Usable {
    let mut usable = Usable::default();
    let mut groups = Constants::new("group");
    for group in &raw.groups {
        if valid(&group.name, "group", report) && groups.add(&group.name, group.name.value, report)
        {
            usable.groups.add(group.name.value.to_owned(), 0);
        }
    }
    let mut services = Constants::new("service");
    let mut endpoints = Constants::new("endpoint");
    for service in &raw.services {
        let is_valid = valid(&service.name, "service", report);
        let is_new = is_valid && services.add(&service.name, service.name.value, report);
        if is_new {
            usable.services.add(service.name.value.to_owned(), 0);
        }
        read_endpoints(service, is_new, &mut endpoints, &mut usable, report);
    }
    usable
}

/// Adds the names of the endpoints that can be constants. Those of a service that collides with another one collide with
/// its endpoints: that is one mistake.
fn read_endpoints(
    service: &RawService<'_>,
    is_new: bool,
    endpoints: &mut Constants,
    usable: &mut Usable,
    report: &mut Report,
) {
    for endpoint in &service.endpoints {
        let is_valid = endpoint
            .name
            .as_ref()
            .is_none_or(|name| valid(name, "endpoint", report));
        if !is_valid || !is_new {
            continue;
        }
        let place = endpoint.name.as_ref().unwrap_or(&service.name);
        let name = of(service, endpoint);
        let id = constant(&name);
        if USED_BY_THE_MODULE.contains(&id.as_str()) {
            report.push(
                Diagnostic::new(
                    Rule::NameCollision,
                    &place.span,
                    format!("name {} is used by the module", quoted(place.value)),
                )
                .label(format!("becomes the constant `{id}`"))
                .note(format!("every compiled map has a table called `{id}`")),
            );
        } else if endpoints.add(place, &name, report) {
            usable.endpoints.add(name, 0);
        }
    }
}

/// The constants of one module, and the name and place that became each first.
struct Constants {
    what: &'static str,
    places: Table,
    first: Vec<(String, Span)>,
}

impl Constants {
    fn new(what: &'static str) -> Self {
        Self {
            what,
            places: Table::default(),
            first: Vec::new(),
        }
    }

    /// Whether the name is the first of its constant; a later one is reported.
    fn add(&mut self, place: &Text<'_>, name: &str, report: &mut Report) -> bool {
        let id = constant(name);
        let at = self.places.add(id.clone(), self.first.len());
        let Some((first_name, first_place)) = self.first.get(at) else {
            self.first.push((name.to_owned(), place.span.clone()));
            return true;
        };
        let title = format!("two {}s become `{id}`", self.what);
        report.push(
            Diagnostic::new(Rule::NameCollision, &place.span, title)
                .label(format!("`{name}` becomes `{id}` too"))
                .other(first_place, format!("first used here, by `{first_name}`"))
                .note("a constant is the name in upper case, with an underscore for a hyphen or a dot"),
        );
        false
    }
}

fn valid(name: &Text<'_>, what: &str, report: &mut Report) -> bool {
    let problem = problem(name.value);
    if let Some(problem) = problem {
        report.push(
            Diagnostic::new(
                Rule::InvalidName,
                &name.span,
                format!("invalid {what} name {}", quoted(name.value)),
            )
            .label(problem)
            .note("a name has ASCII letters, digits and single hyphens, and starts with a letter"),
        );
    }
    problem.is_none()
}

fn problem(name: &str) -> Option<&'static str> {
    let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if name.is_empty() {
        Some("empty")
    } else if name.contains('_') && name.chars().all(|c| is_allowed(c) || c == '_') {
        Some("has an underscore; a hyphen becomes one in the constant")
    } else if !name.chars().all(is_allowed) {
        Some("has a character that is not allowed")
    } else if !starts_well {
        Some("does not start with a letter")
    } else if name.contains("--") {
        Some("has two hyphens in a row")
    } else if name.ends_with('-') {
        Some("ends with a hyphen")
    } else {
        None
    }
}
