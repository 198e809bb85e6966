//! `launchSettings.json` of .NET projects: what `dotnet run`, IIS and the container tools listen on.

use crate::grammar::url;
use crate::node::{Node, Value};
use crate::place::{Binding, Names, Ports, Reference, Remark, Role, Side};
use crate::read::found::Found;
use crate::read::reader::{self, Read, Reader};
use crate::read::values::{self, Said};
use crate::source::Source;
use crate::tree::{self, Tree};

pub(super) const READER: Reader = Reader {
    claims: |source| is_named(source.name()),
    is_named,
    read: Read::Each(read),
};

fn is_named(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with("launchsettings.json")
}

fn read(_: &Tree, source: &Source, found: &mut Found) {
    let Some(root) = reader::root(source, found) else {
        return;
    };
    let folder = source.folder();
    let project = if tree::file_name(folder) == "Properties" {
        tree::folder(folder)
    } else {
        folder
    };
    let project = Some(tree::file_name(project).to_owned()).filter(|name| !name.is_empty());
    let mut file = File {
        source,
        project,
        found,
    };
    for server in ["iisExpress", "iis"] {
        if let Some(settings) = root.at(&["iisSettings", server]) {
            file.urls(settings, server);
            if let Some(port) = settings.get("sslPort") {
                file.port(port, server, Some("localhost"), None);
            }
        }
    }
    for (name, profile) in root.get("profiles").into_iter().flat_map(Node::entries) {
        file.profile(profile, name.text().unwrap_or_default());
    }
}

struct File<'a> {
    source: &'a Source,
    project: Option<String>,
    found: &'a mut Found,
}

impl File<'_> {
    fn profile(&mut self, profile: Node<'_>, name: &str) {
        let kind = profile
            .get("commandName")
            .and_then(Node::text)
            .unwrap_or_default();
        let is_container = kind == "Docker";
        let side = if is_container {
            Side::Container
        } else {
            Side::Host
        };
        let environment = profile.get("environmentVariables");
        if is_container {
            for (key, inside) in [
                ("httpPort", "ASPNETCORE_HTTP_PORTS"),
                ("sslPort", "ASPNETCORE_HTTPS_PORTS"),
            ] {
                if let Some(port) = profile.get(key) {
                    let inside = environment.and_then(|all| all.get(inside));
                    self.port(port, name, None, inside);
                }
            }
        } else {
            self.urls(profile, name);
        }
        for (key, value) in environment.into_iter().flat_map(Node::entries) {
            let key = key.text().unwrap_or_default();
            match key {
                "ASPNETCORE_URLS" | "DOTNET_URLS" if !is_container => self.addresses(value, name),
                _ if key.starts_with("ASPNETCORE_") => {}
                _ => self.references(value, key, name, side),
            }
        }
        for key in ["launchUrl", "commandLineArgs"] {
            if let Some(value) = profile.get(key) {
                self.references(value, "", name, Side::Host);
            }
        }
    }

    fn urls(&mut self, settings: Node<'_>, service: &str) {
        let Some((key, urls)) = settings.entry("applicationUrl") else {
            return;
        };
        match urls.value() {
            Some(Value::Text(_)) => self.addresses(urls, service),
            Some(Value::Null) => {}
            _ => {
                let location = self.source.location(key.span().start..urls.span().end);
                let remark = Remark::new(
                    location,
                    "applicationUrl",
                    "a text of addresses is expected",
                );
                self.found.cannot_know(remark);
            }
        }
    }

    /// Addresses with `;` between them.
    fn addresses(&mut self, node: Node<'_>, service: &str) {
        for (start, address) in url::parts(node.text().unwrap_or_default()) {
            if url::is_socket(address) {
                continue;
            }
            match url::listen(address) {
                Ok(it) => {
                    let span = node.part(
                        &self.source.text,
                        start + it.span.start..start + it.span.end,
                    );
                    let mut binding = Binding::new(self.source.location(span), Role::Opens);
                    binding.host_ip = it.host;
                    binding.host_port = it.port.map(Ports::One);
                    binding.scheme = Some(it.scheme);
                    binding.names = self.names(service);
                    self.found.binding(binding);
                }
                Err(why) => {
                    let span = node.part(&self.source.text, start..start + address.len());
                    let mut remark = Remark::new(self.source.location(span), "…", why);
                    remark.names = self.names(service);
                    self.found.cannot_know(remark);
                }
            }
        }
    }

    /// A port of the host, with that of the container if there is one; 0 is none.
    fn port(&mut self, node: Node<'_>, service: &str, ip: Option<&str>, inside: Option<Node<'_>>) {
        let location = self.source.location(node.span());
        match values::number(node) {
            Some(0) => {}
            Some(port) => {
                let mut binding = Binding::new(location, Role::Opens);
                binding.host_ip = ip.map(str::to_owned);
                binding.host_port = Some(Ports::One(port));
                binding.names = self.names(service);
                binding.container_port = inside.and_then(values::number).map(Ports::One);
                binding.container_location = inside.map(|node| self.source.location(node.span()));
                self.found.binding(binding);
            }
            None => {
                let remark = Remark::new(location, "…", "not a port: a number up to 65535");
                self.found.cannot_know(remark);
            }
        }
    }

    fn references(&mut self, node: Node<'_>, key: &str, service: &str, side: Side) {
        for said in values::read(key, node.text().unwrap_or_default()) {
            if let Said::Port(mention) = said {
                let span = node.part(&self.source.text, mention.span);
                let mut reference = Reference::new(self.source.location(span), mention.port);
                reference.host = mention.host;
                reference.scheme = mention.scheme;
                reference.variable = (!key.is_empty()).then(|| key.to_owned());
                reference.names = self.names(service);
                reference.side = side;
                self.found.reference(reference);
            }
        }
    }

    fn names(&self, service: &str) -> Names {
        Names {
            service: Some(service.to_owned()),
            project: self.project.clone(),
            ..Names::default()
        }
    }
}
