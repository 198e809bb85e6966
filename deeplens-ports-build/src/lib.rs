//! Compiles a port map, `ports.toml`, into a module of typed constants.
//!
//! A build script calls [`compile`]; the crate includes the module with `deeplens_ports::include_ports!` and
//! writes `ports::QDRANT_GRPC` instead of 6334. A port that is taken twice, or any other mistake in the map,
//! fails the build:
//!
//! ```text
//! error: duplicate port `6333`
//!   --> ports.toml:14:12
//!    |
//!  9 | port     = 6333
//!    |            ---- first used here, by `qdrant.http`
//! ...
//! 14 | port     = 6333
//!    |            ^^^^ also used by `qdrant.grpc`
//!    |
//!    = note: two TCP endpoints on `localhost` cannot listen on the same port
//!    = help: 6334 is free
//! ```
//!
//! # Set up
//!
//! ```toml
//! # Cargo.toml
//! [dependencies]
//! deeplens-ports = { version = "0.1", default-features = false }
//!
//! [build-dependencies]
//! deeplens-ports-build = "0.1"
//! ```
//!
//! ```no_run
//! // build.rs
//! fn main() {
//!     deeplens_ports_build::compile("ports.toml");
//! }
//! ```
//!
//! ```rs
//! // src/lib.rs
//! /// The ports of this crate.
//! pub mod ports {
//!     deeplens_ports::include_ports!();
//! }
//! ```
//!
//! # The map
//!
//! A map is a TOML file, of TOML 1.1. Readers that know TOML 1.0 alone refuse what is new in it: inline tables in several
//! lines or with a comma at the end, the escape sequences `\e` and `\xHH`, times without seconds.
//! `deeplens-ports lint --toml-1.0` and [`require_toml_1_0`] refuse it too. This is a whole one:
//!
//! ```toml
//! [map]
//! name = "Shop"
//!
//! [groups.stores]
//! exposure = "internal"
//!
//! [services.redis]
//! group     = "stores"
//! container = "shop-redis"
//! port      = 6379
//! protocol  = "tcp"
//! scheme    = "redis"
//! purpose   = "Cache"
//!
//! [services.search.endpoints.http]
//! port     = 8080
//! protocol = "http"
//!
//! [services.search.endpoints.grpc]
//! port     = 8081
//! protocol = "grpc"
//! ```
//!
//! ## `[map]`
//!
//! | key | value | default |
//! | --- | --- | --- |
//! | `name` | the name of the system; required | |
//! | `env-prefix` | what its environment variables start with: upper-case letters, digits, `_` | the name in upper case, with `_` for a space or a hyphen |
//! | `network` | the name of the container network | none |
//! | `host` | where endpoints are reached from a developer's machine: a host name or an IP address | `localhost` |
//! | `beside` | upstream maps that this one must not collide with | none |
//!
//! ## `[policy]` and `[[reserved]]`
//!
//! | key | value | default |
//! | --- | --- | --- |
//! | `policy.range` | every port lies in here: `"first-last"` | `"1024-49151"`, the user ports of RFC 6335 |
//! | `policy.allow` | policy rules that do not apply to this map | none |
//! | `reserved.ports` | numbers that nothing may take: a number or `"first-last"`; required | |
//! | `reserved.reason` | why | none |
//!
//! ## `[groups.NAME]`, `[services.NAME]`, `[services.NAME.endpoints.NAME]`
//!
//! A service has endpoints: named ones in its table `endpoints`, one of its own whose keys stand on the service
//! itself, or both. The constant of a named endpoint is `SERVICE_ENDPOINT`, of a service's own `SERVICE`: upper
//! case, hyphens become underscores. Names have ASCII letters, digits and single hyphens, a letter first.
//!
//! | key | on | value | default |
//! | --- | --- | --- | --- |
//! | `title` | all | a name for people | the name; of an endpoint, the service's title and its name |
//! | `exposure` | all, inherited | `internal`, `proxied` (behind a reverse proxy or load balancer) or `public` | `internal` |
//! | `host` | all, inherited | where it is reached | `map.host` |
//! | `configured-in` | all, inherited | where a person changes a port: tables with `file` and `key` | none |
//! | `process` | all, inherited | what the native process may be called | none |
//! | `group` | service | the name of a group | none |
//! | `container` | service | its name on the container network | none: no container |
//! | `protocol` | endpoint | see below; required | |
//! | `port` | endpoint | the port, 1 to 65535; this, `ports` or `same-as` is required | |
//! | `ports` | endpoint | a range instead: `"first-last"` | |
//! | `step` | endpoint | the distance between the ports of a range | 1 |
//! | `same-as` | endpoint | the endpoint that this is a second name for | |
//! | `container-port` | endpoint | the port in the container | the port |
//! | `transport` | endpoint | `tcp` or `udp` | the protocol's |
//! | `scheme` | endpoint | of its URL, RFC 3986 | the protocol's |
//! | `purpose`, `note` | endpoint | texts for people | none |
//! | `deprecated` | endpoint | a reason; the constant carries `#[deprecated]` | none |
//! | `allow` | endpoint | policy rules that it may break | none |
//! | `conflict` | endpoint | a table: others commonly use this port | none |
//! | `conflict.with` | | who | none |
//! | `conflict.mitigation` | | what keeps them apart | none |
//! | `conflict.alternatives` | | ports to move to, best first | none |
//!
//! What is inherited may stand on the group, the service or the endpoint; the nearest wins.
//!
//! | protocol | transport | scheme | for |
//! | --- | --- | --- | --- |
//! | `tcp` | tcp | `tcp` | anything else: AMQP, MQTT, SMTP with a `scheme` of theirs |
//! | `udp` | udp | `udp` | anything else; DNS is two endpoints, one of each |
//! | `http` | tcp | `http` | HTTP |
//! | `https` | tcp | `https` | HTTP over TLS; HTTP/3 with `transport = "udp"` |
//! | `grpc` | tcp | `http` | gRPC, whose clients take an `http` URL |
//!
//! # Maps beside each other
//!
//! A crate that brings services of its own to a system names the system's map: `beside = ["deeplens-ports"]`. A port
//! that is taken there is a duplicate here, with both files shown, and the reserved numbers of that map hold. Groups
//! and policy are not inherited.
//!
//! The name is the `links` key of a crate in `[dependencies]`, which is `deeplens-ports` for the map of DeepLens,
//! however the dependency may be renamed. Cargo tells a build script of direct, normal dependencies alone. A crate
//! hands its own map on, with all that it stands beside itself, if its `Cargo.toml` has a `links` key:
//!
//! ```toml
//! [package]
//! name  = "ranking"
//! links = "ranking"
//! ```
//!
//! A `links` value stands in a build once, so two releases of `deeplens-ports` that are not compatible do not meet
//! in one build. Cargo says:
//!
//! ```text
//! error: failed to select a version for `deeplens-ports`.
//!     ... required by package `b v0.2.0`
//!     ... which satisfies dependency `b` of package `top v0.1.0`
//! versions that meet the requirements `^0.2` are: 0.2.0
//!
//! package `deeplens-ports` links to the native library `deeplens-ports`, but it conflicts with a previous package
//! which links to `deeplens-ports` as well
//! ```
//!
//! and the way out is to move both dependents to one release. [`generate`] and [`read`] look nothing up, and refuse
//! a map with `beside`; [`read_together`] is given its upstreams.
//!
//! # Where it builds
//!
//! Each line is held by a test of the repository that runs cargo, or does what the other tool does.
//!
//! | way | works | test, in `tests/builds/tests` |
//! | --- | --- | --- |
//! | with the map of DeepLens, as a path dependency | yes | `deeplens_map.rs` |
//! | with a map of its own, or several in one crate; the types alone | yes | `own_map.rs`, `deeplens_map.rs` |
//! | beside upstream maps, the dependency renamed, three levels deep | yes | `layers.rs` |
//! | beside a map of a dev-dependency | an error that says what to add | `layers.rs` |
//! | editions 2018, 2021, 2024; `no_std`; public and private modules; lints forbidden | yes | `ways.rs` |
//! | from the unpacked `.crate`, outside of the repository, offline | yes | `.ci/package` |
//! | as a git dependency | yes | `ways.rs` |
//! | vendored, also from a git dependency | yes | `ways.rs` |
//! | in a git worktree | yes | `ways.rs` |
//! | from a read-only source tree | yes: nothing is written but in `OUT_DIR` | `ways.rs` |
//! | in a path with blanks and non-ASCII letters | yes | all of them: their folders are called so |
//! | where a symbolic link to the map arrived as text | yes: the path in it is followed | `ways.rs` |
//! | by Bazel (`cargo_build_script`), Buck2 (`buildscript_run`), Nix (`buildRustCrate`) | yes; a mistake is an error of the compiler there too | `by_hand.rs` |
//! | beside upstream maps by Bazel | yes | `by_hand.rs` |
//! | beside upstream maps by Buck2 or Nix | Buck2 hands none on, and Nix leaves none where it was: an error names the variable, or the file | `by_hand.rs` |
//! | by hand, without `OUT_DIR` or `CARGO_MANIFEST_DIR` | an error that names it | `by_hand.rs` |
//!
//! When the map changes, even in a comment alone, cargo runs the script and compiles the crate again; the module is
//! not written anew where its text is the same. Without a change nothing is built. Cargo goes by the time of the last
//! change: an older file that is copied over the map, with its time kept, is not seen.
//!
//! A mistake in the map is an error of the compiler, in the terminal, in JSON messages and in the editor. The script ends
//! well and writes a module that begins with the errors and goes on with the constants as far as they are known, so that
//! the editor keeps them while the map is broken; none where not even the TOML can be read. A crate that includes its
//! module nowhere is not told of mistakes.
//!
//! # Rules
//!
//! All mistakes of a file are reported in one run, in file order; but rules are checked only where the file is TOML, and
//! what depends on a value that is wrong waits until it is mended. Policy rules yield to `allow`, on the endpoint or in
//! `[policy]`.
//!
//! | rule | refuses |
//! | --- | --- |
//! | `syntax` | what TOML refuses |
//! | `unknown-key`, `missing-key`, `wrong-type` | what they say |
//! | `invalid-name` | a name that does not fit |
//! | `name-collision` | two names that become one constant; `ALL` and `RANGES`, which every module has |
//! | `conflicting-keys` | keys that do not go together, such as `port` and `ports` |
//! | `unknown-name` | a group, protocol, endpoint, upstream map or rule that does not exist |
//! | `invalid-value` | an exposure, transport, host, scheme, prefix, container or network that cannot be one |
//! | `invalid-port` | a port that is not 1 to 65535, an empty range, a step of 0 |
//! | `duplicate-port` | two endpoints with one host, transport and port; `localhost`, `127.0.0.1` and `::1` are one host |
//! | `duplicate-container-port` (policy) | two endpoints of one container with one container port and transport |
//! | `outside-policy` (policy) | a port outside of `policy.range` |
//! | `browser-blocked` (policy) | http or https on a port that browsers refuse ([WHATWG fetch](https://fetch.spec.whatwg.org/#port-blocking)) |
//! | `ephemeral-port` (policy) | 32768 to 60999, which Linux gives to outgoing connections (`net.ipv4.ip_local_port_range`) |
//! | `node-port` (policy) | 30000 to 32767, which Kubernetes gives to node ports (`--service-node-port-range`) |
//! | `reserved-port` (policy) | a number in `[[reserved]]` |
//! | `taken-alternative` | an alternative that is taken, reserved, against a policy rule, or the port itself |
//! | `unneeded-allow` | an `allow` that allows nothing |
//! | `unsafe-text` | control characters other than newline and tab, and bidirectional ones, in a text |

#![expect(clippy::needless_doctest_main, reason = "a build script is a `main`")]

mod check;
mod dialect;
mod emit;
mod encoding;
mod error;
mod files;
mod layers;
mod map;
mod order;
mod output;
mod parse;
mod print;
mod raw;
mod reader;
mod render;
mod report;
mod rule;
mod script;
mod source;
mod text;

pub use dialect::require_toml_1_0;
pub use error::CompileError;
pub use files::load;
pub use map::{
    ConfiguredIn, Conflict, Container, Endpoint, Exposure, Group, Map, Ports, Protocol, Reserved,
    Service, Transport,
};
pub use report::{Diagnostic, Report};
pub use rule::Rule;
pub use script::{compile, try_compile};

use error::Mistakes;
use source::Source;

/// The module of a map, as Rust source.
///
/// `name` is what a report calls the map, such as the path of its file. Reads and writes nothing else. The result
/// depends on the meaning of the text alone: not on its line ends, the order of its tables, or the machine.
///
/// # Errors
///
/// All mistakes in the text.
///
/// ```
/// use deeplens_ports_build::generate;
///
/// let text = "[map]\nname = 'demo'\n[services.web]\nport = 8080\nprotocol = 'http'\n";
/// assert!(generate("ports.toml", text)?.contains("pub const WEB: "));
/// # Ok::<(), deeplens_ports_build::Report>(())
/// ```
pub fn generate(name: &str, text: &str) -> Result<String, Report> {
    read(name, text).map(|map| module(Some(&map), &[]))
}

/// The map as data, with every default filled in. `name` is what a report calls it.
///
/// # Errors
///
/// All mistakes in the text.
///
/// ```
/// let text = "[map]\nname = 'demo'\n[services.web]\nport = 0\nprotocol = 'http'\n";
/// let report = deeplens_ports_build::read("ports.toml", text).unwrap_err();
/// assert_eq!(report.diagnostics()[0].line(), 4);
/// ```
pub fn read(name: &str, text: &str) -> Result<Map, Report> {
    check(&Source::new(name, text), &[], &|_| {
        Err(Missing {
            what: "only a build script can look it up",
            help: "compile a map that has `beside` with `compile`".to_owned(),
        })
    })
    .map_err(|mistakes| mistakes.report)
}

/// A map that others name in `[map] beside`, for [`read_together`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Upstream<'a> {
    /// The name in `beside`, such as `deeplens-ports`.
    pub name: &'a str,
    /// What a report calls its file.
    pub file: &'a str,
    /// What is in the file.
    pub text: &'a str,
}

/// The maps, each a name and a text, that stand together: what an earlier one has is taken for the later ones, ports
/// and reserved numbers, as if they named it in `[map] beside`. What they do name is looked up in `upstreams`.
///
/// The results are in the order of the maps.
///
/// # Errors
///
/// For each map, all mistakes in its text; a map with mistakes is read by the later ones as far as it goes.
///
/// ```
/// use deeplens_ports_build::read_together;
///
/// let shop = "[map]\nname = 'shop'\n[services.web]\nport = 8080\nprotocol = 'http'\n";
/// let desk = "[map]\nname = 'desk'\n[services.ui]\nport = 8080\nprotocol = 'http'\n";
/// let results = read_together(&[("shop.toml", shop), ("desk.toml", desk)], &[]);
/// assert!(results[0].is_ok());
/// let report = results[1].as_ref().unwrap_err().to_string();
/// assert!(report.starts_with("error: duplicate port `8080`"));
/// assert!(report.contains("shop.toml:4:8"));
/// ```
#[must_use]
pub fn read_together(
    maps: &[(&str, &str)],
    upstreams: &[Upstream<'_>],
) -> Vec<Result<Map, Report>> {
    let lookup = |name: &str| {
        let named = upstreams.iter().filter(|upstream| upstream.name == name);
        let sources: Vec<Source> = named
            .map(|upstream| Source::new(upstream.file, upstream.text))
            .collect();
        if sources.is_empty() {
            return Err(Missing {
                what: "no map of this name was given",
                help: "give it together with this one".to_owned(),
            });
        }
        Ok(sources)
    };
    let sources: Vec<Source> = maps
        .iter()
        .map(|(name, text)| Source::new(name, text))
        .collect();
    let results = sources.iter().enumerate();
    results
        .map(|(at, source)| check(source, &sources[..at], &lookup).map_err(|found| found.report))
        .collect()
}

/// Finds the maps that an upstream hands on, by the name in `beside`.
type Lookup<'a> = &'a dyn Fn(&str) -> Result<Vec<Source>, Missing>;

/// Why an upstream has none.
struct Missing {
    what: &'static str,
    help: String,
}

/// The pipeline. After each phase, what it found ends the run. The map stands beside the `others`, and beside those
/// that it names.
fn check(source: &Source, others: &[Source], lookup: Lookup<'_>) -> Result<Map, Box<Mistakes>> {
    let mut report = Report::new(source.clone());
    let tree = parse::parse(source, &mut report);
    report.barrier()?;
    let raw = raw::read(&tree, &mut report);
    check::check(&raw, others, lookup, &mut report)
}

/// The module of a map, and before it an error of the compiler with the text of each of the `errors`, which are files.
fn module(map: Option<&Map>, errors: &[String]) -> String {
    let map = map.map(emit::module);
    print::print(errors, map.as_ref())
}
