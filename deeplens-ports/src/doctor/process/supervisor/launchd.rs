//! launchd of macOS.

use super::Supervisor;
use crate::doctor::process::facts::Process;

/// What launchd of macOS runs; of one that it knows by a name, how it is turned off.
pub(in crate::doctor::process) fn supervisor(process: &Process) -> Supervisor {
    let is_airplay = process.is_called("ControlCenter");
    Supervisor::new("launchd", is_airplay.then_some(AIRPLAY))
}

const AIRPLAY: &str = "turn off AirPlay Receiver in System Settings, General, AirDrop & Handoff";

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::ToOwned;
    use std::vec::Vec;

    fn process(line: &[&str]) -> Process {
        Process {
            pid: 7,
            command_line: Vec::from([line[0].to_owned()]),
            ..Process::default()
        }
    }

    #[test]
    fn control_center_is_told_in_the_settings() {
        let stop = supervisor(&process(&["/System/x/ControlCenter"]));
        assert!(stop
            .stop()
            .is_some_and(|it| it.starts_with("turn off AirPlay Receiver")));
        assert_eq!(supervisor(&process(&["/usr/x/httpd"])).stop(), None);
    }
}
