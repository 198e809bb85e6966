//! Kubernetes, and YAML and JSON of no known format.

use test_scan::{bindings, of, references};

#[test]
fn services_and_pods_of_kubernetes() {
    let text = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  ports:\n  - port: 80\n    targetPort: 8080\n    nodePort: 30080\n  - port: 53\n    protocol: UDP\n    targetPort: dns\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: api}\nspec:\n  template:\n    spec:\n      containers:\n      - name: api\n        ports:\n        - containerPort: 9000\n        - containerPort: 9001\n          hostPort: 9101\n";
    let expected = [
        "k.yaml:6 web *->80/tcp",
        "k.yaml:7 web *->8080/tcp",
        "k.yaml:8 web 30080->8080/tcp",
        "k.yaml:9 web *->53/udp",
        "k.yaml:22 api *->9000/tcp",
        "k.yaml:24 api 9101->9001/tcp",
    ];
    assert_eq!(bindings(&[("k.yaml", text)]), expected);
}

#[test]
fn a_helm_template_is_named_with_its_places() {
    let text = "apiVersion: v1\nkind: Service\nspec:\n  ports:\n  - port: {{ .Values.port }}\n  {{- if .Values.x }}\n    targetPort: 80\n  {{- end }}\n";
    let scan = of(&[("templates/service.yaml", text)]);
    assert_eq!(scan.unread().count(), 1);
    assert!(
        scan.cannot_know
            .iter()
            .any(|it| it.location.line == 5 && !it.is_of_file),
        "{:?}",
        scan.cannot_know
    );
}

#[test]
fn keys_and_addresses_anywhere() {
    let text = r#"{
      // with comments
      "server": { "host": "web", "port": 8080, "support": 1000, "timeout": 3000 },
      "grpcPort": "9000",
      "db": { "url": "postgres://u:secret@db:5432/x" },
      "cache": "redis:6379",
      "image": "redis:7",
      "port": 0,
      "version": "1.8080",
      "scripts": { "dev": "next dev --port 3000", "test": "wait-on http://localhost:3000/x", "report": "report -p 1" },
    }"#;
    let files = [("any.json", text)];
    let expected = [
        "any.json:3 web:8080",
        "any.json:4 ?:9000",
        "any.json:5 db:5432",
        "any.json:6 redis:6379",
        "any.json:10 ?:3000",
        "any.json:10 localhost:3000",
    ];
    assert_eq!(references(&files), expected);
    assert_eq!(of(&files).references[0].key.as_deref(), Some("server:port"));
    let yaml = "a: &a\n  port: 8080\nb: *a\nc: *a\n";
    assert_eq!(references(&[("any.yaml", yaml)]), ["any.yaml:2 ?:8080"]);
}

#[test]
fn a_file_that_is_no_yaml_is_not_named_where_no_format_claims_it() {
    let scan = of(&[("any.json", "{ oops"), ("any.yaml", "a: b: c")]);
    assert_eq!(scan.unread().count(), 0);
}

#[test]
fn servers_of_vite() {
    let text = "// port: 1\nexport default defineConfig({\n  server: {\n    host: true,\n    port: 5173,\n    proxy: { '/api': 'http://localhost:5000', '/b': { target: \"http://localhost:5001\", port: 2 } },\n  },\n  preview: { port: 4173 /* port: 3 */ },\n  build: { port: 4 },\n})\n";
    let files = [("web/vite.config.ts", text)];
    let expected = [
        "web/vite.config.ts:5 ? 5173->*/tcp",
        "web/vite.config.ts:8 ? localhost:4173->*/tcp",
    ];
    assert_eq!(bindings(&files), expected);
    let expected = [
        "web/vite.config.ts:6 localhost:5000",
        "web/vite.config.ts:6 localhost:5001",
    ];
    assert_eq!(references(&files), expected);
    let computed = "export default { server: { port: Number(process.env.PORT) || 5173 } }\n";
    let scan = of(&[("vite.config.js", computed)]);
    assert_eq!((scan.bindings.len(), scan.cannot_know.len()), (0, 1));
}
