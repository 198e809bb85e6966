//! Names and keys as words with large letters.

/// The words of a name or a key, with a large letter each: `QdrantGrpc`.
pub(super) fn pascal(words: &str) -> String {
    joined(words, "")
}

/// Likewise, with an underscore between the words, or behind the only one: so no two names of a map are alike.
pub(super) fn pascal_apart(words: &str) -> String {
    let written = joined(words, "_");
    if written.contains('_') {
        written
    } else {
        written + "_"
    }
}

/// As [`pascal`], but for the first letter.
pub(super) fn camel(words: &str) -> String {
    let written = pascal(words);
    let mut letters = written.chars();
    match letters.next() {
        Some(first) => first.to_ascii_lowercase().to_string() + letters.as_str(),
        None => written,
    }
}

fn joined(words: &str, between: &str) -> String {
    let words = words.split(|c: char| !c.is_ascii_alphanumeric());
    let words = words.filter(|word| !word.is_empty()).map(capitalized);
    words.collect::<Vec<String>>().join(between)
}

fn capitalized(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_ascii_uppercase() + rest
}

#[cfg(test)]
mod tests {
    use super::{camel, pascal, pascal_apart};

    #[test]
    fn words_are_told_apart_by_their_first_letters() {
        assert_eq!(pascal("qdrant.grpc"), "QdrantGrpc");
        assert_eq!(pascal("map_host_variable"), "MapHostVariable");
        assert_eq!(pascal("X11-2nd.HTTP"), "X112ndHTTP");
        assert_eq!(camel("map_host_variable"), "mapHostVariable");
        assert_eq!(pascal_apart("x11-2nd.HTTP"), "X11_2nd_HTTP");
        assert_eq!(pascal_apart("x11"), "X11_");
    }
}
