//! The optimised code of `port()`, `url()` and `authority()` beside that of a literal.

use benches::{repository, succeeds};
use std::process::Command;

const SOURCE: &str = r#"
use deeplens_ports::ports::QDRANT_GRPC;
#[no_mangle] pub fn ours_port() -> u16 { QDRANT_GRPC.port() }
#[no_mangle] pub fn bare_port() -> u16 { 6334 }
#[no_mangle] pub fn ours_url() -> &'static str { QDRANT_GRPC.url() }
#[no_mangle] pub fn bare_url() -> &'static str { "http://localhost:6334" }
#[no_mangle] pub fn ours_authority() -> &'static str { QDRANT_GRPC.authority() }
#[no_mangle] pub fn bare_authority() -> &'static str { "localhost:6334" }
#[no_mangle] pub fn ours_loopback() -> std::net::SocketAddr { QDRANT_GRPC.loopback() }
#[no_mangle] pub fn bare_loopback() -> std::net::SocketAddr { ([127, 0, 0, 1], 6334).into() }
"#;

fn main() {
    let repository = repository();
    let folder = tempfile::tempdir().expect("there is room for a folder");
    std::fs::create_dir(folder.path().join("src")).expect("folders can be made");
    std::fs::write(folder.path().join("src/lib.rs"), SOURCE).expect("files can be written");
    let manifest = format!(
        "[package]\nname = \"code\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[dependencies]\ndeeplens-ports = {{ path = {:?} }}\n[workspace]\n",
        repository.join("deeplens-ports")
    );
    std::fs::write(folder.path().join("Cargo.toml"), manifest).expect("files can be written");
    std::fs::copy(
        repository.join("Cargo.lock"),
        folder.path().join("Cargo.lock"),
    )
    .expect("a lock file");
    let mut command = Command::new("cargo");
    command
        .args(["rustc", "--release", "--offline", "--quiet", "--"])
        .args(["--emit", "asm", "-C", "codegen-units=1"])
        .current_dir(folder.path())
        .env("CARGO_TARGET_DIR", folder.path().join("target"));
    succeeds(&mut command);
    let deps = std::fs::read_dir(folder.path().join("target/release/deps")).expect("it was built");
    let assembly = deps
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.extension().is_some_and(|ending| ending == "s"))
        .map(|path| std::fs::read_to_string(path).expect("assembly is text"))
        .expect("rustc wrote assembly");
    println!("| method | instructions | of the literal | the same |");
    println!("| --- | --- | --- | --- |");
    for name in ["port", "url", "authority", "loopback"] {
        let [ours, bare] =
            ["ours", "bare"].map(|whose| body(&assembly, &format!("{whose}_{name}")));
        println!(
            "| `{name}()` | {} | {} | {} |",
            ours.len(),
            bare.len(),
            if ours == bare { "yes" } else { "no" }
        );
    }
}

/// The instructions of a function, with one name for all constants.
fn body(assembly: &str, name: &str) -> Vec<String> {
    // LLVM makes one of functions that are the same, and lets the other name stand for it.
    let alias = assembly
        .lines()
        .find_map(|line| line.strip_prefix(&format!("{name} = ")));
    let name = alias.unwrap_or(name);
    let lines = assembly
        .lines()
        .skip_while(|line| *line != format!("{name}:"));
    let lines: Vec<&str> = lines
        .skip(1)
        .take_while(|line| !line.starts_with(".Lfunc_end"))
        .collect();
    assert!(!lines.is_empty(), "no code of {name}");
    let code = lines
        .iter()
        .map(|line| line.trim())
        .filter(|line| !line.starts_with('.') && !line.is_empty());
    code.map(|line| match line.find(".L") {
        Some(at) => {
            let end = line[at..]
                .find([',', '('])
                .map_or(line.len(), |end| at + end);
            format!("{}CONSTANT{}", &line[..at], &line[end..])
        }
        None => line.to_owned(),
    })
    .collect()
}
