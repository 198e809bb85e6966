//! What an endpoint speaks, and whether what answers speaks it too.

use super::connection::Connection;
use super::{http, http2, kafka, postgresql, redis, tls};
use crate::target::Target;
use deeplens_ports::ProtocolKind;
use std::io;

/// What is asked for, by the least that each answers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    /// It need only accept.
    Any,
    Grpc,
    Http,
    Kafka,
    PostgreSql,
    Redis,
    Tls,
}

/// What an answer says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// In the language: `answers HTTP/1.1 200 OK`.
    Well(String),
    /// In the language, and that it cannot serve now.
    Failing(String),
    /// In another language: how it starts.
    Strange(Vec<u8>),
}

impl Language {
    pub(super) fn of(target: &Target) -> Self {
        match (target.protocol, target.scheme) {
            (ProtocolKind::Https, _) | (_, "amqps" | "https" | "mqtts" | "rediss" | "wss") => {
                Self::Tls
            }
            (ProtocolKind::Grpc, _) => Self::Grpc,
            (ProtocolKind::Http, _) => Self::Http,
            (_, "kafka") => Self::Kafka,
            (_, "postgres" | "postgresql") => Self::PostgreSql,
            (_, "redis" | "valkey") => Self::Redis,
            _ => Self::Any,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Any => "TCP",
            Self::Grpc => "gRPC",
            Self::Http => "HTTP",
            Self::Kafka => "Kafka",
            Self::PostgreSql => "PostgreSQL",
            Self::Redis => "Redis",
            Self::Tls => "TLS",
        }
    }

    pub(super) fn ask(self, connection: &mut Connection, target: &Target) -> io::Result<Reply> {
        match self {
            Self::Any => Ok(Reply::Well("accepts connections".into())),
            Self::Grpc => http2::ask(connection),
            Self::Http => http::ask(connection, &target.authority),
            Self::Kafka => kafka::ask(connection),
            Self::PostgreSql => postgresql::ask(connection),
            Self::Redis => redis::ask(connection),
            Self::Tls => tls::ask(connection),
        }
    }
}

/// The language of an answer to whatever was asked, where its start tells.
pub(super) fn heard_in(start: &[u8]) -> Option<&'static str> {
    if http::is_answer(start) {
        Some("HTTP")
    } else if http2::is_answer(start) {
        Some("HTTP/2")
    } else if redis::is_answer(start) {
        Some("Redis")
    } else if tls::is_answer(start) {
        Some("TLS")
    } else if start.starts_with(b"SSH-") {
        Some("SSH")
    } else {
        None
    }
}

/// The first line of an answer, for people.
pub(super) fn first_line(text: &[u8]) -> String {
    const LONGEST: usize = 200;
    let text = String::from_utf8_lossy(text);
    let line = text.lines().next().unwrap_or_default().trim_end();
    let shown = line.chars().filter(|letter| !letter.is_control());
    shown.take(LONGEST).collect()
}
