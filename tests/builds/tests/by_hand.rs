//! Build scripts that are run by other tools than cargo, as those do it: the script with their variables, then rustc.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;
use test_builds::{Sandbox, quoted, repository};

const BUILD: &str = "fn main() {\n    deeplens_ports_build::compile(\"ports.toml\");\n}\n";
const LIB: &str = "/// Ports.\npub mod ports {\n    deeplens_ports::include_ports!();\n}\n\
                   /// Is known.\npub const WEB: u16 = ports::WEB.port();\n";
const MAP: &str = "[map]\nname = \"shop\"\n[services.web]\nport = 8080\nprotocol = \"http\"\n";
const BROKEN: &str = "[map]\nname = \"shop\"\n[services.web]\nport = 8080\nprotocol = \"http\"\n\
                      [services.api]\nport = 8080\nprotocol = \"http\"\n";

/// The script of a package, and the library that its module needs, both built by cargo.
struct Built {
    script: PathBuf,
    library: PathBuf,
}

fn built() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(|| {
        let sandbox = Sandbox::new();
        let [types, compiler] =
            ["deeplens-ports", "deeplens-ports-build"].map(|part| quoted(&repository().join(part)));
        let dependencies = format!(
            "[dependencies]\ndeeplens-ports = {{ path = {types}, default-features = false }}\n\n\
             [build-dependencies]\ndeeplens-ports-build = {{ path = {compiler} }}\n"
        );
        let files = [
            ("ports.toml", MAP),
            ("build.rs", BUILD),
            ("src/lib.rs", LIB),
        ];
        sandbox.package("by-hand", &dependencies, &files);
        let json = ["build", "--message-format", "json"];
        let outcome = sandbox.cargo("by-hand", &json).passed();
        let artifact = |package: &str, kind: &str| {
            let (package, kind) = (format!("/{package}#"), format!("\"kind\":[\"{kind}\"]"));
            let lines = outcome.stdout.lines();
            let line = lines
                .filter(|line| line.contains("compiler-artifact"))
                .find(|line| line.contains(&package) && line.contains(&kind));
            let (_, files) = line
                .and_then(|line| line.split_once("\"filenames\":[\""))
                .expect("it was built");
            PathBuf::from(files.split('"').next().expect("a string ends"))
        };
        Built {
            script: artifact("by-hand", "custom-build"),
            library: artifact("deeplens-ports", "lib"),
        }
    })
}

/// Runs the script in a folder with these variables and `PATH`, and no other.
fn script(folder: &Path, variables: &[(&str, &str)]) -> Output {
    let output = Command::new(&built().script)
        .current_dir(folder)
        .env_clear()
        .env("PATH", env::var_os("PATH").unwrap_or_default())
        .envs(variables.iter().copied())
        .output()
        .expect("the script runs");
    assert!(output.status.success(), "{output:?}");
    output
}

/// What rustc says of a crate; an empty text if it compiles.
fn rustc(folder: &Path, out: Option<&Path>) -> String {
    let library = &built().library;
    let mut command = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    command
        .args([
            "--crate-name",
            "shop",
            "--crate-type",
            "lib",
            "--edition",
            "2021",
            "--emit",
            "metadata",
            "src/lib.rs",
        ])
        .arg("--extern")
        .arg(format!("deeplens_ports={}", library.display()))
        .arg("--out-dir")
        .arg(folder.join("rlib"))
        .current_dir(folder)
        .env_remove("OUT_DIR");
    if let Some(out) = out {
        command.env("OUT_DIR", out);
    }
    let output = command.output().expect("rustc runs");
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.success(), errors.is_empty(), "{errors}");
    errors
}

fn shown(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

/// A crate in a folder of that name.
fn crate_in(sandbox: &Sandbox, name: &str, map: &str) -> PathBuf {
    sandbox.write(&format!("{name}/ports.toml"), map);
    sandbox.write(&format!("{name}/src/lib.rs"), LIB);
    sandbox.path(name)
}

#[track_caller]
fn is_told(errors: &str, title: &str) {
    assert_eq!(
        errors.matches(&format!("error: {title}\n")).count(),
        1,
        "{errors}"
    );
}

/// `cargo_build_script` of `rules_rust`: in the folder of the crate among the runfiles.
#[test]
fn bazel() {
    let sandbox = Sandbox::new();
    let package = crate_in(&sandbox, "execroot/shop.runfiles/_main/shop", MAP);
    let out = sandbox.path("execroot/bazel-out/k8-fastbuild/bin/shop.out_dir");
    fs::create_dir_all(&out).unwrap();
    let variables = [
        ("CARGO_MANIFEST_DIR", shown(&package)),
        ("CARGO_MANIFEST_LINKS", "shop-ports"),
        ("OUT_DIR", shown(&out)),
        ("RUSTC", "rustc"),
        ("RUST_BACKTRACE", "full"),
        ("TARGET", "x86_64-unknown-linux-gnu"),
    ];
    let printed = script(&package, &variables);
    assert_eq!(rustc(&package, Some(&out)), "");

    // What it makes of the metadata.
    let printed = String::from_utf8(printed.stdout).unwrap();
    let handed = printed
        .lines()
        .find_map(|line| line.strip_prefix("cargo::metadata="));
    let (key, value) = handed
        .and_then(|handed| handed.split_once('='))
        .expect("metadata");
    let variable = format!("DEP_SHOP_PORTS_{}", key.to_uppercase().replace('-', "_"));
    beside(&sandbox, &variable, value);

    sandbox.write("execroot/shop.runfiles/_main/shop/ports.toml", BROKEN);
    script(&package, &variables);
    is_told(&rustc(&package, Some(&out)), "duplicate port `8080`");
}

/// A crate whose map stands beside that of `shop-ports`, of which its script is told by this variable.
fn beside(sandbox: &Sandbox, variable: &str, value: &str) {
    let map = MAP.replace("\"shop\"", "\"desk\"\nbeside = [\"shop-ports\"]");
    let package = crate_in(sandbox, "desk", &map);
    let out = sandbox.path("desk-out");
    let variables = [
        ("CARGO_MANIFEST_DIR", shown(&package)),
        ("OUT_DIR", shown(&out)),
        (variable, value),
    ];
    script(&package, &variables);
    let errors = rustc(&package, Some(&out));
    is_told(&errors, "duplicate port `8080`");
    assert!(
        errors.contains("first used here, by `web` of `shop`"),
        "{errors}"
    );

    // Without it, the error says what it looked for.
    script(&package, &variables[..2]);
    let errors = rustc(&package, Some(&out));
    is_told(&errors, "unknown upstream map `shop-ports`");
    assert!(
        errors.contains("by `DEP_SHOP_PORTS_PORT_MAP_SHOP_2DPORTS__…`"),
        "{errors}"
    );
}

/// `buildscript_run` of Buck2: in a folder with links to the files of the crate; no metadata are handed on.
#[test]
#[cfg(unix)]
fn buck() {
    let sandbox = Sandbox::new();
    let package = crate_in(&sandbox, "shop", MAP);
    let folder = sandbox.path("buck-out/v2/gen/shop/cwd");
    fs::create_dir_all(&folder).unwrap();
    for file in ["ports.toml", "src"] {
        std::os::unix::fs::symlink(package.join(file), folder.join(file)).unwrap();
    }
    let out = sandbox.path("buck-out/v2/gen/shop/OUT_DIR");
    let variables = [
        ("CARGO_MANIFEST_DIR", shown(&folder)),
        ("OUT_DIR", shown(&out)),
        ("RUSTC", "rustc"),
        ("TARGET", "x86_64-unknown-linux-gnu"),
    ];
    script(&folder, &variables);
    assert_eq!(rustc(&package, Some(&out)), "");
    sandbox.write("shop/ports.toml", BROKEN);
    script(&folder, &variables);
    is_told(&rustc(&package, Some(&out)), "duplicate port `8080`");
}

/// `buildRustCrate` of Nix: the place of the module is in the crate, and metadata are called by the name of the
/// crate in place of its `links`.
#[test]
fn nix() {
    let sandbox = Sandbox::new();
    let package = crate_in(&sandbox, "build/source", MAP);
    let out = package.join("target/build/shop.out");
    fs::create_dir_all(&out).unwrap();
    let own = [
        ("CARGO_MANIFEST_DIR", shown(&package)),
        ("CARGO_MANIFEST_LINKS", "shop-ports"),
        ("OUT_DIR", shown(&out)),
        ("CARGO_PKG_NAME", "the-shop-sys"),
    ];
    let printed = script(&package, &own);
    assert_eq!(rustc(&package, Some(&out)), "");
    let printed = String::from_utf8(printed.stdout).unwrap();
    let handed = printed
        .lines()
        .find_map(|line| line.strip_prefix("cargo::metadata="));
    let (key, value) = handed
        .and_then(|handed| handed.split_once('='))
        .expect("metadata");
    let variable = format!("DEP_THE_SHOP_{}", key.to_uppercase().replace('-', "_"));
    beside(&sandbox, &variable, value);

    // It sets the variable for all crates.
    let none = [own[0], ("CARGO_MANIFEST_LINKS", ""), own[2]];
    let printed = String::from_utf8(script(&package, &none).stdout).unwrap();
    assert!(!printed.contains("metadata"), "{printed}");

    // The next crate is built in the same place.
    let map = MAP.replace("\"shop\"", "\"desk\"\nbeside = [\"shop-ports\"]");
    sandbox.write("build/source/ports.toml", &map);
    script(&package, &[own[0], own[2], (&variable, value)]);
    let errors = rustc(&package, Some(&out));
    let title = format!(
        "a map that `ports.toml` stands beside was compiled at the same place, `{}`, and is not there any more",
        package.join("ports.toml").display()
    );
    is_told(&errors, &title);
}

#[test]
fn without_the_folders() {
    let sandbox = Sandbox::new();
    let package = crate_in(&sandbox, "shop", MAP);
    let out = sandbox.path("out");
    for variables in [
        &[("OUT_DIR", shown(&out))][..],
        &[("OUT_DIR", shown(&out)), ("CARGO_MANIFEST_DIR", "")],
    ] {
        script(&package, variables);
        let errors = rustc(&package, Some(&out));
        let said = errors.lines().find(|line| line.starts_with("error: "));
        let title = "error: `CARGO_MANIFEST_DIR` is not set: a map is compiled by a build script";
        assert!(said.is_some_and(|said| said.starts_with(title)), "{errors}");
    }
    let printed = script(&package, &[("CARGO_MANIFEST_DIR", shown(&package))]);
    let said = String::from_utf8(printed.stderr).unwrap();
    assert!(said.starts_with("error: `OUT_DIR` is not set: "), "{said}");
    // There is no module to be told by.
    assert_ne!(rustc(&package, None), "");
}
