//! The container in the text of `/proc/PID/cgroup`.

use std::borrow::ToOwned;
use std::string::String;

/// The number that its engine gave it, or the name where LXC runs it.
pub(super) fn container(text: &str) -> Option<String> {
    text.lines().find_map(|line| {
        let path = line.splitn(3, ':').nth(2)?;
        path.split('/').find_map(of_part)
    })
}

/// `docker-4edf….scope`, `libpod-4edf….scope`, `cri-containerd-4edf….scope`, `4edf…`, `lxc.payload.web`.
fn of_part(part: &str) -> Option<String> {
    if let Some(name) = part.strip_prefix("lxc.payload.") {
        return Some(name.to_owned());
    }
    let part = part.strip_suffix(".scope").unwrap_or(part);
    let (engine, id) = part.rsplit_once('-').unwrap_or(("", part));
    let is_id = id.len() == 64 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    // The monitor of a container is outside of it.
    (is_id && !engine.ends_with("conmon")).then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::format;

    const ID: &str = "4edf61bfedce2e2b1d8f1e9e6c2a1b0c4edf61bfedce2e2b1d8f1e9e6c2a1b0c";

    #[test]
    fn every_engine_has_its_own_spelling_of_a_container() {
        for path in [
            format!("/docker/{ID}"),
            format!("/system.slice/docker-{ID}.scope"),
            format!("/user.slice/user-1000.slice/user@1000.service/user.slice/libpod-{ID}.scope/container"),
            format!("/machine.slice/libpod-{ID}.scope"),
            format!("/kubepods.slice/kubepods-pod1.slice/cri-containerd-{ID}.scope"),
            format!("/libpod_parent/libpod-{ID}"),
        ] {
            assert_eq!(container(&format!("0::{path}")).as_deref(), Some(ID), "{path}");
            assert_eq!(container(&format!("5:devices:{path}\n0::/")).as_deref(), Some(ID));
        }
        assert_eq!(
            container("0::/lxc.payload.web/init.scope").as_deref(),
            Some("web")
        );
        assert_eq!(
            container(&format!("0::/machine.slice/libpod-conmon-{ID}.scope")),
            None
        );
        assert_eq!(container("0::/system.slice/docker.service"), None);
    }
}
