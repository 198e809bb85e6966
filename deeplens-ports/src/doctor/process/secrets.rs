//! Command lines without what nobody else should read.

use std::borrow::ToOwned;
use std::string::String;
use std::vec::Vec;

/// What stands in place of a secret.
const HIDDEN: &str = "…";

/// The words without the values of secrets. Rather too much is hidden than too little.
pub(super) fn mask(words: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut is_value = false;
    let words = words.into_iter().map(|word| {
        let is_hidden = is_value && !word.starts_with('-');
        let is_option = word.starts_with('-') && !word.contains(['=', ':', ' ']);
        is_value = (is_option && is_secret(&word)) || is_scheme(&word);
        if is_hidden {
            HIDDEN.to_owned()
        } else {
            without_values(&without_users(&word))
        }
    });
    words.collect()
}

/// `Bearer`, which credentials follow.
fn is_scheme(word: &str) -> bool {
    ["bearer", "basic"].contains(&word.to_ascii_lowercase().as_str())
}

/// Whether the name of a setting says that its value is secret: one of its words does, and the last does not say that it
/// is something about the secret.
fn is_secret(key: &str) -> bool {
    let lower = with_breaks(key);
    let parts = lower.split(|letter: char| !letter.is_alphanumeric());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let says_so = |(at, part): (usize, &&str)| {
        let one = part.strip_suffix('s').unwrap_or(part);
        // A key alone is a file more often than not.
        let is_file = at == 0 && one == "key";
        !is_file
            && SECRET
                .iter()
                .any(|it| part.ends_with(it) || one.ends_with(it))
    };
    let is_about = parts.last().is_some_and(|last| ABOUT.contains(last));
    !is_about && parts.iter().enumerate().any(says_so)
}

const SECRET: [&str; 12] = [
    "apikey",
    "auth",
    "authorization",
    "credential",
    "key",
    "pass",
    "passphrase",
    "passwd",
    "password",
    "pwd",
    "secret",
    "token",
];

/// What a setting can say about a secret without telling it.
const ABOUT: [&str; 14] = [
    "count", "dir", "expiry", "file", "length", "method", "mode", "path", "policy", "provider",
    "timeout", "ttl", "type", "url",
];

/// In lower case, `accessToken` as `access token`.
fn with_breaks(key: &str) -> String {
    let mut text = String::new();
    let mut was_lower = false;
    for letter in key.chars() {
        if letter.is_uppercase() && was_lower {
            text.push(' ');
        }
        was_lower = letter.is_lowercase();
        text.extend(letter.to_lowercase());
    }
    text
}

/// `PASSWORD=…`, `Host=db;Password=…;Port=1`, `?token=…&x=1`, `{"password": "…"}`, `Authorization: …`, and words in one.
fn without_values(word: &str) -> String {
    let mut text = String::new();
    let mut rest = word;
    while let Some(at) = rest.find(['=', ':', ' ']) {
        let (before, behind) = rest.split_at(at);
        let sign = &behind[..1];
        let key = before
            .rsplit(['"', '\'', '?', '&', ';', '{', ',', '\n'])
            .find(|part| !part.is_empty());
        let is_option = sign != " " || key.is_some_and(|key| key.starts_with('-'));
        text.push_str(before);
        text.push_str(sign);
        rest = &behind[1..];
        let value = value(rest, sign);
        // Of a URL or of a host, `http://auth:8080`.
        let is_place = value.starts_with("//")
            || value
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'/');
        if is_option && key.is_some_and(is_secret) && !(sign == ":" && is_place) {
            let blanks = value.len() - value.trim_start().len();
            text.push_str(&value[..blanks]);
            if blanks < value.len() {
                text.push_str(HIDDEN);
            }
            rest = &rest[value.len()..];
        }
    }
    text.push_str(rest);
    text
}

/// The value at the start of a text, behind the sign between it and its key.
fn value<'a>(text: &'a str, sign: &str) -> &'a str {
    let start = text.len() - text.trim_start().len();
    let quote = text[start..]
        .chars()
        .next()
        .filter(|it| "\"'".contains(*it));
    let end = match (quote, sign) {
        (Some(quote), _) => text[start + 1..].find(quote).map(|at| start + at + 2),
        // A header has several words.
        (None, ":") => text.find([',', ';', '}', '\n']),
        (None, _) => text.find([';', '&', '\n']).or_else(|| {
            let behind = text[start..].find([' ', ',', '"', '\'']);
            behind.map(|at| start + at)
        }),
    };
    &text[..end.unwrap_or(text.len())]
}

/// `postgres://…@db/shop`.
fn without_users(word: &str) -> String {
    let mut text = String::new();
    let mut rest = word;
    while let Some(at) = rest.find("://") {
        let (before, behind) = rest.split_at(at + 3);
        text.push_str(before);
        let end = behind.find([' ', '"', '\'']).unwrap_or(behind.len());
        let authority = behind[..end].find(['/', '?', '#']).unwrap_or(end);
        let host = behind[..authority].rfind('@').or_else(|| {
            // A password may have a slash in it; a port has digits alone.
            let (_, port) = behind[..authority].split_once(':')?;
            let is_port = port.bytes().all(|byte| byte.is_ascii_digit());
            behind[..end].rfind('@').filter(|_| !is_port)
        });
        rest = behind;
        if let Some(host) = host {
            text.push_str(HIDDEN);
            rest = &behind[host..];
        }
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(words: &[&str]) -> Vec<String> {
        mask(words.iter().map(|word| (*word).to_owned()))
    }

    #[test]
    fn the_words_behind_secret_options_are_hidden() {
        let words = [
            "x",
            "--password",
            "hunter2",
            "--port",
            "1",
            "--access-token",
            "abc",
            "-v",
        ];
        let expected = [
            "x",
            "--password",
            "…",
            "--port",
            "1",
            "--access-token",
            "…",
            "-v",
        ];
        assert_eq!(masked(&words), expected);
        assert_eq!(
            masked(&["--requirepass", "a", "--no-auth", "--port", "1"])[1..],
            ["…", "--no-auth", "--port", "1"]
        );
        assert_eq!(masked(&["curl", "Bearer", "abc"]), ["curl", "Bearer", "…"]);
    }

    #[test]
    fn values_of_secret_settings_are_hidden() {
        for (word, expected) in [
            ("--password=hunter2", "--password=…"),
            ("POSTGRES_PASSWORD=a=b", "POSTGRES_PASSWORD=…"),
            (
                "-Dspring.datasource.password=x",
                "-Dspring.datasource.password=…",
            ),
            ("--apiKey=x", "--apiKey=…"),
            ("accessToken=x", "accessToken=…"),
            (
                "Host=db;Password=my pass;Port=1",
                "Host=db;Password=…;Port=1",
            ),
            ("http://h/p?token=a&x=1", "http://h/p?token=…&x=1"),
            (
                r#"{"password": "x y", "port": 1}"#,
                r#"{"password": …, "port": 1}"#,
            ),
            ("Authorization: Bearer abc", "Authorization: …"),
            (
                "env DB_PASSWORD=a node server.js",
                "env DB_PASSWORD=… node server.js",
            ),
            ("node x --token abc --port 1", "node x --token … --port 1"),
        ] {
            assert_eq!(masked(&[word]), [expected]);
        }
    }

    #[test]
    fn users_of_urls_are_hidden() {
        for (word, expected) in [
            ("postgres://u:p@db:5432/x", "postgres://…@db:5432/x"),
            ("--url=amqp://u:p/w@h/v", "--url=amqp://…@h/v"),
            ("https://token@h", "https://…@h"),
            ("a://u@h b://v:w@i", "a://…@h b://…@i"),
            ("http://localhost:80/a@b", "http://localhost:80/a@b"),
        ] {
            assert_eq!(masked(&[word]), [expected]);
        }
    }

    #[test]
    fn what_is_no_secret_stays() {
        for word in [
            "--port=8000",
            "--tokenizer=bert",
            "--key=/etc/tls.key",
            "--password-file=/run/secrets/db",
            "http://auth:8000/",
            "127.0.0.1:6379",
            "main:app",
            "redis-server *:6379",
            "--author=x",
            "--passes=3",
        ] {
            assert_eq!(masked(&[word]), [word]);
        }
        assert_eq!(masked(&["--tokenizer", "bert"]), ["--tokenizer", "bert"]);
    }
}
