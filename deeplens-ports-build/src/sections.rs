//! The tables of a map and their keys. The guide has the same texts, which a test holds.

use crate::key::{Key, Required, Section, Takes, Within};
use crate::map::{Exposure, Protocol, Transport};

/// The whole file.
pub static ROOT: Section = Section {
    what: "a port map",
    doc: "the ports of a system; deeplens-ports-build compiles them",
    keys: &[&[
        Key::table("map", &MAP),
        Key::table("policy", &POLICY),
        Key::new(
            "reserved",
            Takes::Tables(&RESERVED),
            "numbers that nothing may take",
        ),
        Key::new(
            "groups",
            Takes::Named(&GROUP),
            "groups of services, by their names",
        ),
        Key::new(
            "services",
            Takes::Named(&SERVICE),
            "services, by their names",
        ),
    ]],
    required: &[Required::Key("map")],
    within: None,
};

pub(crate) static MAP: Section = Section {
    what: "`[map]`",
    doc: "the system as a whole",
    keys: &[&[
        Key::new("name", Takes::Text, "the name of the system; required"),
        Key::new(
            "env-prefix",
            Takes::Text,
            "what its environment variables start with: upper-case letters, digits, `_`",
        )
        .or("the name in upper case, with `_` for a space or a hyphen"),
        Key::new("network", Takes::Text, "the name of the container network"),
        Key::new(
            "project",
            Takes::Text,
            "the Compose project whose containers are its own: lower-case letters, digits, `-`, `_`, a letter or digit first",
        )
        .or("the name in lower case, without what Compose does not take"),
        Key::new(
            "host",
            Takes::Text,
            "where endpoints are reached from a developer's machine: a host name or an IP address",
        )
        .or("`localhost`"),
        Key::new(
            "beside",
            Takes::Texts,
            "upstream maps that this one must not collide with",
        ),
    ]],
    required: &[Required::Key("name")],
    within: None,
};

pub(crate) static POLICY: Section = Section {
    what: "`[policy]`",
    doc: "where ports may lie",
    keys: &[&[
        Key::new(
            "range",
            Takes::Range,
            "every port lies in here: `\"first-last\"`",
        )
        .or("`\"1024-49151\"`, the user ports of RFC 6335"),
        Key::new(
            "allow",
            Takes::Rules,
            "policy rules that do not apply to this map",
        ),
    ]],
    required: &[],
    within: None,
};

pub(crate) static RESERVED: Section = Section {
    what: "`[[reserved]]`",
    doc: "numbers that nothing may take",
    keys: &[&[
        Key::new(
            "ports",
            Takes::NumberOrRange,
            "numbers that nothing may take: a number or `\"first-last\"`; required",
        ),
        Key::new("reason", Takes::Text, "why"),
    ]],
    required: &[Required::Key("ports")],
    within: None,
};

pub(crate) static GROUP: Section = Section {
    what: "a group",
    doc: "a group, and what its services inherit",
    keys: &[&[TITLE], INHERITED],
    required: &[],
    within: None,
};

pub(crate) static SERVICE: Section = Section {
    what: "a service",
    doc: "a service: its endpoints have names, or it is one itself, or both",
    keys: &[
        &[
            TITLE,
            Key::new("group", Takes::Text, "the name of a group"),
            Key::new(
                "container",
                Takes::Text,
                "its name on the container network, a host name there",
            )
            .or("no container"),
        ],
        INHERITED,
        &[Key::new(
            "endpoints",
            Takes::Named(&ENDPOINT),
            "endpoints of the service, by their names",
        )],
        OF_ENDPOINT,
    ],
    required: ENDPOINT.required,
    within: Some(Within {
        tables: "endpoints",
        keys: OF_ENDPOINT,
    }),
};

pub(crate) static ENDPOINT: Section = Section {
    what: "an endpoint",
    doc: "an endpoint of a service: what listens on a port, or on a range of them",
    keys: &[&[TITLE], INHERITED, OF_ENDPOINT],
    required: &[
        Required::OneOf(&["port", "ports", "same-as", "container-port"]),
        Required::Unless {
            key: "protocol",
            other: "same-as",
        },
    ],
    within: None,
};

const TITLE: Key = Key::new("title", Takes::Text, "a name for people")
    .or("the name; of an endpoint, the service's title and its name");

/// Keys that may stand on the group, the service or the endpoint.
const INHERITED: &[Key] = &[
    Key::new(
        "exposure",
        Takes::Word(Exposure::NAMES),
        "`internal`, `proxied` (behind a reverse proxy or load balancer) or `public`",
    )
    .or("`internal`"),
    Key::new(
        "host",
        Takes::Text,
        "where it is reached: a host name or an IP address; beside `same-as`, another name of this machine",
    )
    .or("`map.host`"),
    Key::new(
        "configured-in",
        Takes::Tables(&PLACE),
        "where a person changes a port: an array of tables",
    ),
    Key::new(
        "process",
        Takes::Texts,
        "what the native process may be called: an array of strings",
    ),
];

pub(crate) static PLACE: Section = Section {
    what: "`configured-in`",
    doc: "a file in which a person changes the port",
    keys: &[&[
        Key::new(
            "file",
            Takes::Text,
            "a path relative to the folder of the map; required",
        ),
        Key::new("key", Takes::Text, "the setting in it"),
    ]],
    required: &[Required::Key("file")],
    within: None,
};

/// Keys of an endpoint alone: a service with one of them is an endpoint itself.
pub(crate) const OF_ENDPOINT: &[Key] = &[
    Key::new(
        "port",
        Takes::Number,
        "the port, 1 to 65535; one of `port`, `ports`, `same-as`, or `container-port` alone is required",
    ),
    Key::new(
        "ports",
        Takes::NumberOrRange,
        "a range instead: `\"first-last\"`",
    ),
    Key::new(
        "step",
        Takes::Number,
        "the distance between the ports of a range",
    )
    .or("1"),
    Key::new(
        "container-port",
        Takes::Number,
        "the port in the container; alone, it is reached on the container network alone",
    )
    .or("the port"),
    Key::new(
        "same-as",
        Takes::Text,
        "the endpoint that this is a second name for; of `http`, `https` and `grpc` it can have another than that endpoint where it says `scheme` too, as for a server that speaks both on one port",
    ),
    Key::new(
        "protocol",
        Takes::Word(Protocol::NAMES),
        "`tcp`, `udp`, `http`, `https` or `grpc`; required, but of a second name",
    )
    .or("with `same-as`, that of the endpoint"),
    Key::new("transport", Takes::Word(Transport::NAMES), "`tcp` or `udp`").or("the protocol's"),
    Key::new("scheme", Takes::Text, "of its URL, RFC 3986")
        .or("the protocol's, and that of the endpoint where `same-as` gives the protocol"),
    Key::new("purpose", Takes::Text, "what it is for, a text for people"),
    Key::new(
        "note",
        Takes::Text,
        "what else is to be known, a text for people",
    ),
    Key::new(
        "deprecated",
        Takes::Text,
        "a reason; the constant carries `#[deprecated]`",
    ),
    Key::new("allow", Takes::Rules, "policy rules that it may break"),
    Key::table("conflict", &CONFLICT),
];

pub(crate) static CONFLICT: Section = Section {
    what: "`conflict`",
    doc: "a table: others commonly use this port",
    keys: &[&[
        Key::new("with", Takes::Texts, "who: an array of strings"),
        Key::new("mitigation", Takes::Text, "what keeps them apart"),
        Key::new(
            "alternatives",
            Takes::Numbers,
            "ports to move to, best first",
        ),
    ]],
    required: &[],
    within: None,
};
