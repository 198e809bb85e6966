//! A running process: what is known of it, by what names it goes, and what it is to its port.

#[cfg(any(target_os = "linux", test))]
mod cgroup;
mod facts;
#[cfg(target_os = "linux")]
pub(super) mod linux;
mod names;
#[cfg(any(all(unix, not(target_os = "linux")), test))]
pub(super) mod ps;
mod role;
mod script;
#[cfg(any(unix, test))]
mod secrets;
mod supervisor;
#[cfg(target_os = "linux")]
mod users;

pub use facts::{Parent, Process};
pub(super) use names::Known;
pub(super) use role::Role;
pub(super) use supervisor::quoted;
pub use supervisor::Supervisor;
