//! Repositories that are written from a map, in every format that is read.

/// A service to write.
#[derive(Clone, Debug)]
pub struct Service {
    /// Without the prefix of the map.
    pub name: String,
    /// Its port of the host.
    pub outside: u16,
    /// Its port inside, if it runs in a container.
    pub inside: Option<u16>,
}

/// A file in which `@` and a number stand for the ports of the repository.
#[derive(Clone, Debug)]
pub struct File {
    path: String,
    template: String,
}

/// A map and the files that agree with it.
#[derive(Clone, Debug)]
pub struct Repository {
    /// The text of the map.
    pub map: String,
    files: Vec<File>,
    ports: Vec<u16>,
}

/// Where one of the ports stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The path.
    pub file: String,
    /// From 1.
    pub line: usize,
}

impl Repository {
    /// Writes it.
    #[must_use]
    pub fn new(services: &[Service]) -> Self {
        let mut new = Self {
            map: "[map]\nname = \"sys\"\n".to_owned(),
            files: Vec::new(),
            ports: Vec::new(),
        };
        let mut compose = "services:\n".to_owned();
        let mut scrape =
            "scrape_configs:\n  - job_name: all\n    static_configs:\n      - targets:\n"
                .to_owned();
        let mut env = String::new();
        let mut shell = "#!/bin/sh\n".to_owned();
        let mut nginx = "http {\n  server {\n".to_owned();
        let mut page = "# Where it runs\n\n".to_owned();
        let mut other = String::new();
        for it in services {
            let (name, upper) = (&it.name, it.name.to_uppercase());
            let outside = new.port(it.outside);
            new.map.push_str(&format!(
                "\n[services.{name}]\nport = {}\nprotocol = \"http\"\n",
                it.outside
            ));
            env.push_str(&format!(
                "{upper}_URL=http://localhost:{outside}\nSYS_{upper}_HOST_PORT={outside}\n"
            ));
            other.push_str(&format!(
                "{name}:\n  url: \"http://127.0.0.1:{outside}/v1\"\n"
            ));
            page.push_str(&format!("    curl http://localhost:{outside}/\n"));
            let Some(inside) = it.inside else {
                new.native(name, &outside);
                continue;
            };
            new.map.push_str(&format!(
                "container = \"sys-{name}\"\ncontainer-port = {inside}\n"
            ));
            let inside = new.port(inside);
            compose.push_str(&format!("  {name}:\n    container_name: sys-{name}\n    ports:\n      - \"{outside}:{inside}\"\n"));
            compose.push_str(&format!(
                "    environment:\n      SELF: \"http://sys-{name}:{inside}\"\n"
            ));
            scrape.push_str(&format!("          - sys-{name}:{inside}\n"));
            shell.push_str(&format!(
                "docker run -d --name sys-{name} -p {outside}:{inside} example/{name}\n"
            ));
            nginx.push_str(&format!(
                "    location /{name}/ {{ proxy_pass http://sys-{name}:{inside}; }}\n"
            ));
            env.push_str(&format!("{upper}_CONTAINER_PORT={inside}\n"));
            new.file(
                format!("{name}/Dockerfile"),
                format!("FROM example\nEXPOSE {inside}\n"),
            );
            new.file(format!("k8s/{name}.yaml"), pod(name, &inside));
            new.file(format!("otel/{name}.yaml"), collector(name, &inside));
        }
        nginx.push_str("  }\n}\n");
        if compose.lines().count() > 1 {
            new.file("compose.yaml", compose);
            new.file("prometheus.yml", scrape);
        }
        for (path, text) in [
            (".env", env),
            ("start.sh", shell),
            ("nginx.conf", nginx),
            ("notes.txt", page),
            ("clients.yaml", other),
        ] {
            new.file(path, text);
        }
        new
    }

    fn native(&mut self, name: &str, port: &str) {
        let settings = format!(
            "{{\n  \"profiles\": {{\n    \"http\": {{\n      \"commandName\": \"Project\",\n      \"applicationUrl\": \"http://localhost:{port}\"\n    }}\n  }}\n}}\n"
        );
        self.file(
            format!("src/Sys.{name}/Properties/launchSettings.json"),
            settings,
        );
        let urls = format!("{{\n  \"urls\": \"http://localhost:{port}\"\n}}\n");
        self.file(format!("src/Sys.{name}/appsettings.json"), urls);
    }

    fn file(&mut self, path: impl Into<String>, template: String) {
        let path = path.into();
        self.files.push(File { path, template });
    }

    /// What stands for a port.
    fn port(&mut self, port: u16) -> String {
        self.ports.push(port);
        format!("@{:02}", self.ports.len() - 1)
    }

    /// How many places have a port.
    #[must_use]
    pub fn places(&self) -> usize {
        let files = self.files.iter();
        files.map(|it| it.template.matches('@').count()).sum()
    }

    /// The files, of which the `changed` place has another port, and where that is.
    ///
    /// # Panics
    ///
    /// Where a template is none.
    #[must_use]
    pub fn files(&self, changed: Option<(usize, u16)>) -> (Vec<(&str, String)>, Option<Place>) {
        let (mut files, mut found, mut count) = (Vec::new(), None, 0);
        for file in &self.files {
            let mut parts = file.template.split('@');
            let mut text = parts.next().unwrap_or_default().to_owned();
            for part in parts {
                let (number, rest) = part.split_at(2);
                let port = self.ports[number
                    .parse::<usize>()
                    .expect("a template numbers its ports")];
                let port = match changed {
                    Some((at, other)) if at == count => {
                        let line = text.lines().count();
                        found = Some(Place {
                            file: file.path.clone(),
                            line,
                        });
                        other
                    }
                    _ => port,
                };
                count += 1;
                text.push_str(&format!("{port}{rest}"));
            }
            files.push((&*file.path, text));
        }
        (files, found)
    }
}

fn pod(name: &str, inside: &str) -> String {
    format!(
        "apiVersion: v1\nkind: Pod\nmetadata:\n  name: {name}\nspec:\n  containers:\n    - name: {name}\n      ports:\n        - containerPort: {inside}\n"
    )
}

fn collector(name: &str, inside: &str) -> String {
    format!(
        "receivers:\n  hostmetrics: {{}}\nexporters:\n  otlphttp:\n    endpoint: http://sys-{name}:{inside}\nservice:\n  pipelines:\n    traces:\n      receivers: [hostmetrics]\n      exporters: [otlphttp]\n"
    )
}
