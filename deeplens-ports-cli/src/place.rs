//! What the files say: who opens a port, who expects one, and what cannot be known.

mod binding;
mod container;
mod location;
mod ports;
mod reference;
mod remark;
mod scan;

pub use binding::{Binding, Role, Variable};
pub use container::Container;
pub use location::{Location, Names};
pub use ports::{Ports, Transport};
pub(crate) use reference::HEALTH_CHECK;
pub use reference::{Reference, Setting, Side};
pub use remark::Remark;
pub use scan::Scan;
