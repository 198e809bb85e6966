//! The names of users.

use std::borrow::ToOwned;
use std::string::{String, ToString};

/// The name of a user, or the number where `/etc/passwd` has none.
pub(in crate::doctor) fn name(uid: u32) -> String {
    let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    of(&users, uid).map_or_else(|| uid.to_string(), ToOwned::to_owned)
}

fn of(users: &str, uid: u32) -> Option<&str> {
    users.lines().find_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next().filter(|name| !name.is_empty())?;
        let number: u32 = fields.nth(1)?.parse().ok()?;
        (number == uid).then_some(name)
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_user_has_the_name_of_its_line() {
        let users = "root:x:0:0:root:/root:/bin/sh\n:x:7:7::/:\nbroken\nshop:x:1000:1000::/home/shop:/bin/sh\n";
        assert_eq!(super::of(users, 1000), Some("shop"));
        assert_eq!(super::of(users, 7), None);
    }
}
