//! `test`, of servers that say what real ones say.

use std::thread;
use test_command::servers::{Answer, serve, serve_in_turn, test, web};

const REDIS: &str = "protocol = 'tcp'\nscheme = 'redis'";
const POSTGRESQL: &str = "protocol = 'tcp'\nscheme = 'postgresql'";
const KAFKA: &str = "protocol = 'tcp'\nscheme = 'kafka'";

/// What a server of that answer is, and the exit status.
#[track_caller]
fn is(answer: Answer, kind: &str, state: &str, summary: &str) {
    let run = test(serve(answer), kind, "10");
    let it = &run.json()[0];
    assert_eq!(
        (it["state"].as_str(), it["summary"].as_str()),
        (Some(state), Some(summary))
    );
    assert_eq!(run.status, Some(i32::from(state != "answers")));
}

#[test]
fn http_by_its_status() {
    const HTTP: &str = "protocol = 'http'";
    is(web, HTTP, "answers", "answers HTTP/1.1 200 OK");
    is(
        |_| Some(b"HTTP/1.1 401 Unauthorized\r\n\r\n".into()),
        HTTP,
        "answers",
        "answers HTTP/1.1 401 Unauthorized",
    );
    let failing = "is not well: answers HTTP/1.1 503 Service Unavailable";
    is(
        |_| Some(b"HTTP/1.1 503 Service Unavailable\r\n\r\n".into()),
        HTTP,
        "failing",
        failing,
    );
    is(
        |_| Some(b"-ERR unknown command\r\n".into()),
        HTTP,
        "wrong-protocol",
        "answers as Redis, not as HTTP",
    );
    let closed = "accepts connections and does not answer: it closed the connection without a word";
    is(|_| None, HTTP, "no-answer", closed);
}

#[test]
fn redis_by_ping() {
    fn redis(heard: &[u8], said: &[u8]) -> Option<Vec<u8>> {
        heard.ends_with(b"PING\r\n").then(|| said.into())
    }
    is(
        |heard| redis(heard, b"+PONG\r\n"),
        REDIS,
        "answers",
        "answers as Redis: PONG",
    );
    let refused = "answers as Redis: NOAUTH Authentication required.";
    is(
        |heard| redis(heard, b"-NOAUTH Authentication required.\r\n"),
        REDIS,
        "answers",
        refused,
    );
    let loading = "is not well: answers as Redis: LOADING the dataset";
    is(
        |heard| redis(heard, b"-LOADING the dataset\r\n"),
        REDIS,
        "failing",
        loading,
    );
}

#[test]
fn postgresql_by_a_session_that_is_not_begun() {
    fn postgresql(heard: &[u8], tls: &[u8], session: &[u8]) -> Option<Vec<u8>> {
        match heard {
            [0, 0, 0, 8, 4, 210, 22, 47] => Some(tls.into()),
            [0, 0, 0, _, 0, 3, 0, 0, ..] => Some(session.into()),
            _ => None,
        }
    }
    // `AuthenticationSASL`.
    const ASKS: &[u8] = b"R\0\0\0\x17\0\0\0\x0aSCRAM-SHA-256\0\0";
    const STARTS: &[u8] = b"E\0\0\0\x19SFATAL\0C57P03\0Mwait\0\0";
    const REFUSES: &[u8] = b"E\0\0\0\x18SFATAL\0C28000\0Mno!\0\0";
    const WELL: &str = "answers as PostgreSQL";
    is(
        |heard| postgresql(heard, b"N", ASKS),
        POSTGRESQL,
        "answers",
        WELL,
    );
    is(
        |heard| postgresql(heard, b"S", ASKS),
        POSTGRESQL,
        "answers",
        WELL,
    );
    is(
        |heard| postgresql(heard, b"N", REFUSES),
        POSTGRESQL,
        "answers",
        "answers as PostgreSQL: no!",
    );
    is(
        |heard| postgresql(heard, REFUSES, b""),
        POSTGRESQL,
        "answers",
        "answers as PostgreSQL: no!",
    );
    let starts = "is not well: answers as PostgreSQL: wait";
    is(
        |heard| postgresql(heard, b"N", STARTS),
        POSTGRESQL,
        "failing",
        starts,
    );
    is(
        |heard| postgresql(heard, b"S", STARTS),
        POSTGRESQL,
        "failing",
        starts,
    );
    is(
        |_| Some(b"SSH-2.0-x\r\n".into()),
        POSTGRESQL,
        "wrong-protocol",
        "answers as SSH, not as PostgreSQL",
    );
}

#[test]
fn kafka_by_the_number_of_the_question() {
    fn kafka(heard: &[u8]) -> Option<Vec<u8>> {
        // Its length, the key of `ApiVersions`, version 0.
        let [0, 0, 0, _, 0, 18, 0, 0, rest @ ..] = heard else {
            return None;
        };
        Some([b"\0\0\0\x0a", rest.get(..4)?, b"\0\0\0\0\0\0"].concat())
    }
    is(kafka, KAFKA, "answers", "answers as Kafka");
}

#[test]
fn grpc_by_the_settings_of_http2_and_https_by_tls() {
    fn http2(heard: &[u8]) -> Option<Vec<u8>> {
        heard
            .starts_with(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
            .then(|| b"\0\0\x06\x04\0\0\0\0\0\0\x03\0\0\0\x64".into())
    }
    const GRPC: &str = "protocol = 'grpc'";
    is(
        http2,
        GRPC,
        "answers",
        "answers HTTP/2, which gRPC runs over",
    );
    is(
        |_| Some(b"HTTP/1.1 400 Bad Request\r\n\r\n".into()),
        GRPC,
        "wrong-protocol",
        "answers as HTTP, not as gRPC",
    );

    fn tls(heard: &[u8]) -> Option<Vec<u8>> {
        heard
            .starts_with(&[22, 3])
            .then(|| b"\x15\x03\x03\0\x02\x02\x28".into())
    }
    is(tls, "protocol = 'https'", "answers", "answers as TLS");
    is(
        tls,
        "protocol = 'tcp'\nscheme = 'rediss'",
        "answers",
        "answers as TLS",
    );
    let strange = "answers as TLS, not as Kafka";
    is(
        |_| Some(b"\x15\x03\x03\0\x02\x02\x28".into()),
        KAFKA,
        "wrong-protocol",
        strange,
    );
}

#[test]
fn a_web_server_is_noticed_where_something_else_should_be() {
    let wrong = |port: u16, kind: &str, language: &str| {
        // Some of them wait in silence.
        let run = test(port, kind, "1");
        let it = &run.json()[0];
        assert_eq!(it["state"], "wrong-protocol");
        assert_eq!(it["summary"], format!("answers as HTTP, not as {language}"));
        assert_eq!(run.status, Some(1));
    };
    thread::scope(|scope| {
        for (kind, language) in [
            (REDIS, "Redis"),
            (POSTGRESQL, "PostgreSQL"),
            (KAFKA, "Kafka"),
        ] {
            for port in [serve(web), serve_in_turn(web)] {
                scope.spawn(move || wrong(port, kind, language));
            }
        }
    });
}
