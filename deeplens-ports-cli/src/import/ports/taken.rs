//! Which numbers of the host are given away.

use super::port::Port;
use crate::import::collect::Opened;
use crate::import::told::at;
use crate::place::{Binding, Transport};
use std::collections::HashMap;
use std::net::IpAddr;

/// The ports that have a number: their service, and which of its ports.
#[derive(Default)]
pub(super) struct Taken {
    holders: HashMap<(u16, Transport), Vec<(usize, usize)>>,
}

impl Taken {
    pub(super) fn add(&mut self, service: usize, port: usize, it: &Opened<'_>) {
        for number in it.first..=it.last {
            let holders = self.holders.entry((number, it.binding.transport));
            holders.or_default().push((service, port));
        }
    }

    /// The service that has one of the ports, and where the files say so.
    pub(super) fn by(&self, it: &Opened<'_>, ports: &[Vec<Port<'_>>]) -> Option<(usize, String)> {
        let numbers = it.first..=it.last;
        let mut holders = numbers
            .filter_map(|number| self.holders.get(&(number, it.binding.transport)))
            .flatten();
        holders.find_map(|(service, port)| {
            let mut bindings = ports[*service][*port].bindings.iter();
            let first = bindings.find(|other| meet(other, it.binding))?;
            Some((*service, at(&first.location)))
        })
    }
}

/// Whether two bindings of one number cannot be had together, or would be one host in a map.
fn meet(one: &Binding, other: &Binding) -> bool {
    let address = |it: &Binding| match own_address(it) {
        Some(address) => address.to_owned(),
        None => String::new(),
    };
    let is_all = |it: &Binding| it.host_ip.as_deref().is_none_or(is_all);
    is_all(one) || is_all(other) || address(one) == address(other)
}

/// The one address of another host than `localhost` that a binding is on.
pub(crate) fn own_address(it: &Binding) -> Option<&str> {
    let text = it.host_ip.as_deref()?;
    let address: IpAddr = text.parse().ok()?;
    (!address.is_loopback() && !address.is_unspecified()).then_some(text)
}

/// Whether an address stands for all of them.
pub(crate) fn is_all(address: &str) -> bool {
    matches!(address, "*" | "+" | "[::]")
        || address
            .parse::<IpAddr>()
            .is_ok_and(|it| it.is_unspecified())
}
