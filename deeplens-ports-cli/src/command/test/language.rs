//! What an endpoint speaks, and whether what answers speaks it too.

use super::connection::Connection;
use super::reply::Reply;
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
