//! Who opens a port of the host, or listens on one.

use crate::audit::facts::Facts;
use crate::audit::finding::Finding;
use crate::audit::judge::own;
use crate::audit::link;
use crate::audit::map::Endpoint;
use crate::audit::rule::Rule;
use crate::audit::say::{self, Who};
use crate::place::{Binding, Location, Ports, Role, Variable};

/// All of them. Where it is known to open what another one opens, its number is not judged again.
pub(super) fn all(facts: &Facts<'_>, doubled: &[Location]) -> Vec<Finding> {
    let all = &facts.scan.bindings;
    let entries = all.chunk_by(|a, b| a.location == b.location && a.names == b.names);
    let found = entries.flat_map(|entry| {
        let is_doubled = entry.iter().any(|it| doubled.contains(&it.location));
        let differs = entry.iter().filter_map(|it| default(facts, it));
        let judged = entry.iter().filter(|_| !is_doubled);
        let judged: Vec<_> = judged.map(|it| (it, judge(facts, it))).collect();
        let runs = judged.chunk_by(is_one);
        let found = runs.filter_map(|run| of_run(facts, run));
        found.chain(differs).collect::<Vec<_>>()
    });
    found.collect()
}

type Judged<'a> = (&'a Binding, Option<Finding>);

fn judge(facts: &Facts<'_>, it: &Binding) -> Option<Finding> {
    match it.role {
        Role::Opens => opens(facts, it, it.host_port?),
        Role::Listens => listens(facts, it),
        Role::Exposes => None,
    }
}

/// Whether two are ports of one range, in which the same is wrong.
fn is_one(a: &Judged<'_>, b: &Judged<'_>) -> bool {
    let ((first, Some(one)), (second, Some(other))) = (a, b) else {
        return false;
    };
    let follows = matches!(
        (first.host_port, second.host_port),
        (Some(Ports::One(a)), Some(Ports::One(b))) if a.checked_add(1) == Some(b)
    );
    let is_of_number = matches!(
        one.rule,
        Rule::UnlistedPort | Rule::WrongOwner | Rule::WrongPort
    );
    follows && is_of_number && one.rule == other.rule && one.endpoint == other.endpoint
}

fn of_run(facts: &Facts<'_>, run: &[Judged<'_>]) -> Option<Finding> {
    let ((first, found), (last, _)) = (run.first()?, run.last()?);
    match (first.host_port, last.host_port) {
        (Some(Ports::One(from)), Some(Ports::One(to))) if from < to => {
            opens(facts, first, Ports::Range(from, to))
        }
        _ => found.clone(),
    }
}

pub(super) fn who<'a>(facts: &Facts<'a>, it: &'a Binding) -> Who<'a> {
    let service = facts.service(it);
    let names = [&it.names.project, &it.names.service, &it.names.container];
    let name = names.into_iter().flatten().next().map_or("", |name| name);
    Who {
        name: service.map_or(name, |at| facts.service_name(at)),
        service,
    }
}

/// `shown` are the ports of which it is said.
fn opens(facts: &Facts<'_>, it: &Binding, shown: Ports) -> Option<Finding> {
    let port = match it.host_port? {
        Ports::One(port) => port,
        Ports::Range(first, last) => return range(facts, it, first, last),
    };
    let owners = facts.map.owners(port, it.transport);
    if it.is_of_nodes && owners.is_empty() {
        return None;
    }
    let who = who(facts, it);
    let Some(service) = who.service else {
        return match owners.first() {
            None => Some(say::unlisted_port(facts, it, shown, &who)),
            Some(owner) => stranger(facts, it, shown, &who, *owner),
        };
    };
    let own = owners
        .iter()
        .find(|at| facts.endpoint(**at).service == service);
    if let Some(own) = own {
        return inside(facts, it, *own);
    }
    if let Some(endpoint) = of_other_transport(facts, it, port, service) {
        return Some(say::wrong_transport(it, shown, endpoint));
    }
    if let Some(owner) = owners.first() {
        return Some(say::wrong_owner(facts, &it.location, shown, &who, *owner));
    }
    let variable = it.variable.as_ref().map(|variable| &*variable.name);
    let configured = facts.configured(&it.location.file, variable);
    Some(
        match configured.or_else(|| link::candidate(facts, service, it)) {
            None => say::unlisted_port(facts, it, shown, &who),
            endpoint => say::wrong_port(facts, &it.location, shown, service, endpoint),
        },
    )
}

/// The endpoint of the service with the same port over another transport, unless that is opened beside it.
fn of_other_transport<'a>(
    facts: &Facts<'a>,
    it: &Binding,
    port: u16,
    service: usize,
) -> Option<&'a Endpoint> {
    let mut all = facts.map.of_service(service).map(|(_, endpoint)| endpoint);
    let other = all.find(|own| own.is_outside(port) && own.transport != it.transport)?;
    let is_it =
        |beside: &Binding| beside.host_port == it.host_port && beside.transport == other.transport;
    (!facts.around(it).any(is_it)).then_some(other)
}

/// One of a range is taken, of which nobody knows which.
fn range(facts: &Facts<'_>, it: &Binding, first: u16, last: u16) -> Option<Finding> {
    let mut all = facts.map.endpoints.iter();
    let meets = all.any(|it| {
        let own = it.outside;
        own.is_some_and(|own| own.first() <= last && first <= own.last())
    });
    if meets {
        let title = "port that cannot be known";
        let subject = format!("{}:{}", it.location.file, it.location.span.start);
        let finding = Finding::new(Rule::CannotKnow, &it.location, title).about(subject, None);
        return Some(finding.labelled(format!("the engine chooses one of {first}-{last}")));
    }
    let mut finding = say::unlisted_port(facts, it, first, &who(facts, it));
    finding.title = format!("unlisted ports `{first}-{last}`");
    Some(finding)
}

/// Who has a name that the map does not know is the owner itself, unless something says otherwise: the owner opens its port under
/// its own name, or listens on another port inside.
fn stranger(
    facts: &Facts<'_>,
    it: &Binding,
    shown: Ports,
    who: &Who<'_>,
    owner: usize,
) -> Option<Finding> {
    let inside = facts.endpoint(owner).inside();
    let differs =
        matches!((inside, it.container_port), (Some(own), Some(Ports::One(port))) if own != port);
    let is_other = !who.name.is_empty() && (differs || facts.is_opened_by_name(owner));
    if is_other {
        return Some(say::wrong_owner(facts, &it.location, shown, who, owner));
    }
    self::inside(facts, it, owner)
}

/// The port inside, of an endpoint that has its port of the host.
fn inside(facts: &Facts<'_>, it: &Binding, endpoint: usize) -> Option<Finding> {
    let endpoint = facts.endpoint(endpoint);
    let own = endpoint.inside()?;
    let Ports::One(port) = it.container_port? else {
        return None;
    };
    let at = it.container_location.as_ref().unwrap_or(&it.location);
    (port != own).then(|| say::wrong_container_port(at, port, endpoint, own))
}

/// What a project says of itself; inside of a container, every one has numbers of its own.
fn listens(facts: &Facts<'_>, it: &Binding) -> Option<Finding> {
    let Ports::One(port) = it.host_port.or(it.container_port)? else {
        return None;
    };
    it.names.project.as_ref()?;
    let service = facts.service(it)?;
    let candidate = || link::candidate(facts, service, it);
    own::of(facts, &it.location, port, it.transport, service, candidate)
}

/// What a text gives for a variable that a file sets to something else. Where the map has the default, it is the file that is wrong.
fn default(facts: &Facts<'_>, it: &Binding) -> Option<Finding> {
    let Variable {
        name,
        default: Some(default),
        set_at: Some(set_at),
    } = it.variable.as_ref()?
    else {
        return None;
    };
    let port = it.host_port.or(it.container_port)?;
    let is_of_map = || {
        let owners = facts.map.owners(default.first(), it.transport);
        let service = facts.service(it);
        owners
            .iter()
            .any(|at| service == Some(facts.endpoint(*at).service))
    };
    if *default == port || is_of_map() {
        return None;
    }
    let title = format!("default `{default}` differs from `{port}`");
    let finding = Finding::new(Rule::DefaultDiffers, &it.location, title)
        .about(name, Some(default.first()))
        .labelled(format!("{default}, where nobody sets `{name}`"));
    Some(finding.other(set_at, format!("set to {port}")))
}
