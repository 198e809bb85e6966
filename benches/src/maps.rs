// Maps of any size, in the manner of DeepLens's: three endpoints in two services, all with a group, a container, a
// purpose and a place where they are set.

/// Ports that browsers refuse, which a map of HTTP services does not have.
const BLOCKED: [u16; 9] = [1720, 1723, 2049, 4190, 5060, 6000, 6566, 6666, 10080];

pub fn ports(count: usize) -> Vec<u16> {
    let even = (1100..30000)
        .step_by(2)
        .filter(|port| !BLOCKED.contains(port) && *port != 6668);
    even.take(count).collect()
}

/// The names of the endpoints, in the order of their ports.
pub fn names(count: usize) -> Vec<String> {
    let name = |at: usize| {
        let service = at / 3 * 2;
        match at % 3 {
            0 => format!("service-{service}.http"),
            1 => format!("service-{service}.grpc"),
            _ => format!("service-{}", service + 1),
        }
    };
    (0..count).map(name).collect()
}

pub fn text(count: usize) -> String {
    let mut text = String::from(
        "[map]\nname = \"Big\"\n\n[groups.one]\ntitle = \"Group one\"\nconfigured-in = [{ file = \"infra/setup.ps1\" }]\n",
    );
    let (ports, names) = (ports(count), names(count));
    let mut last = "";
    for (at, (port, name)) in ports.iter().zip(&names).enumerate() {
        let (service, endpoint) = name.split_once('.').unwrap_or((name, ""));
        if service != last {
            text.push_str(&format!(
                "\n[services.{service}]\ntitle = \"The {service}\"\ngroup = \"one\"\ncontainer = \"big-{service}\"\n"
            ));
        }
        last = service;
        let protocol = if endpoint.is_empty() {
            "http"
        } else {
            endpoint
        };
        if !endpoint.is_empty() {
            text.push_str(&format!("\n[services.{service}.endpoints.{endpoint}]\n"));
        }
        text.push_str(&format!(
            "port = {port}\nprotocol = \"{protocol}\"\npurpose = \"What number {at} is for\"\n"
        ));
    }
    text
}
