// node page.mjs PAGE.md…: beside each is PAGE.json, what `deeplens-ports list` says of the same map.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import("mermaid");

const REGIONS = ["check", "conflicts", "diagram", "exposure", "groups", "ranges", "table"];

/** A text of the map as a page can have it: on one line. Of the page it is read with the characters that it names. */
const line = (text) => (text ?? "").split(/[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/).filter(Boolean).join(" ");
const named = (text) => text.replace(/<U\+([0-9A-F]+)>/g, (_, number) => String.fromCodePoint(parseInt(number, 16)));

/** What people see of a node of the tree: `\n` for a break. */
function seen(node) {
  switch (node.type) {
    case "html":
      assert.match(node.value, /^<(br|\/?code)>$/, "a tag that is not of the page");
      return node.value === "<br>" ? "\n" : "";
    case "text":
    case "inlineCode":
      return node.value;
    case "link":
      assert.match(node.url, /^(mailto|https?):/, "a link that is not of a text");
      return node.children.map(seen).join("");
    case "heading":
    case "list":
    case "listItem":
    case "paragraph":
    case "strong":
    case "tableCell":
      return node.children.map(seen).join("");
    default:
      assert.fail(`${node.type} is not of the page`);
  }
}

/** The nodes of each region. */
function regions(tree) {
  const found = new Map();
  let open = null;
  for (const node of tree.children) {
    const marker = node.type === "html" && /^<!-- deeplens-ports: (begin|end) (\w+) -->$/.exec(node.value);
    if (marker && marker[1] === "begin") {
      assert.equal(open, null, "a region within another");
      open = marker[2];
      found.set(open, []);
    } else if (marker) {
      assert.equal(marker[2], open, "a region that ends as another");
      open = null;
    } else if (open) {
      found.get(open).push(node);
    }
  }
  assert.equal(open, null, "a region without an end");
  assert.deepEqual([...found.keys()].sort(), REGIONS);
  return found;
}

/** The rows of a table, each by the heads of its columns. */
function rows(table) {
  const [head, ...rest] = table.children.map((row) => row.children.map((cell) => named(seen(cell))));
  return rest.map((cells) => {
    assert.equal(cells.length, head.length, `a row of ${cells.length} cells: ${cells}`);
    return Object.fromEntries(cells.map((cell, at) => [head[at], cell]));
  });
}

const tables = (nodes) => nodes.filter((node) => node.type === "table").flatMap(rows);
const titleOf = (it) => line(it.title) || it.name;
const groupOf = (it) => (it.service.group ? line(it.service.group.title) : "");
const portsOf = ({ host, port, first, last, step }) => {
  if (host === undefined) return ""; // between containers alone
  if (first === undefined) return `${port}`;
  if (first === last) return `${first}`;
  return step === 1 ? `${first}–${last}` : `${first}–${last} in steps of ${step}`;
};
const protocolOf = ({ protocol, transport }) => {
  const name = protocol === "grpc" ? "gRPC" : protocol.toUpperCase();
  return transport === "udp" && protocol !== "udp" ? `${name} over UDP` : name;
};

/** Whether `wanted` stand in `lines` in their order. */
function inOrder(wanted, lines) {
  let at = 0;
  for (const one of wanted.filter(Boolean)) {
    at = lines.indexOf(one, at);
    assert.notEqual(at, -1, `${JSON.stringify(one)} is not in ${JSON.stringify(lines)}`);
    at += 1;
  }
}

function checkTable(nodes, endpoints) {
  const found = tables(nodes);
  assert.equal(found.length, endpoints.length);
  for (const it of endpoints) {
    const at = found.findIndex((row) => row.Endpoint === titleOf(it) && row.Port === portsOf(it));
    assert.notEqual(at, -1, `${it.name} has no row`);
    const [row] = found.splice(at, 1);
    assert.equal(row.Group ?? "", groupOf(it));
    assert.equal(row.Protocol, protocolOf(it));
    assert.equal(row.Conflicts, it.host === undefined ? "" : it.conflict ? "common" : "none");
    const said = (row.Purpose ?? "").split("\n");
    // The note of a conflict stands beside it.
    const note = it.conflict && !it.same_as ? "" : line(it.note);
    inOrder([line(it.purpose), note], said);
    inOrder([it.same_as && `second name of ${it.same_as}`], said);
    if (it.deprecated !== null) inOrder([line(`deprecated: ${it.deprecated}`)], said);
  }
}

function checkGroups(nodes, endpoints) {
  const found = tables(nodes);
  assert.equal(found.length, endpoints.length);
  for (const it of endpoints) {
    const row = found.find((row) => row["Name in the map"] === it.name);
    const inside = it.container?.authority ?? (it.first && it.service.container) ?? "";
    assert.deepEqual([row?.Endpoint, row?.Port, row?.Exposure], [titleOf(it), portsOf(it), it.exposure]);
    assert.equal(row["Between containers"] ?? "", inside);
  }
  const headings = nodes.filter((node) => node.type === "heading").map((node) => named(seen(node)));
  for (const it of endpoints) if (groupOf(it)) assert.ok(headings.includes(groupOf(it)), groupOf(it));
}

function checkConflicts(nodes, endpoints) {
  const items = nodes.filter((node) => node.type === "list").flatMap((list) => list.children.map((it) => named(seen(it))));
  for (const { conflict, note, same_as } of endpoints) {
    if (!conflict || same_as) continue;
    const also = conflict.with.map(line).filter(Boolean).join(", ");
    inOrder(
      [
        also && `Also used by: ${also}`,
        line(conflict.mitigation) && `Mitigation: ${line(conflict.mitigation)}`,
        conflict.alternatives.length && `Alternatives: ${conflict.alternatives.join(", ")}`,
        line(note) && `Note: ${line(note)}`,
      ],
      items,
    );
  }
}

async function checkDiagram(nodes, endpoints) {
  const [code] = nodes.filter((node) => node.type === "code");
  assert.equal(code !== undefined, endpoints.length > 0);
  if (!code) return;
  assert.equal(code.lang, "mermaid");
  const { diagramType } = await mermaid.parse(code.value);
  assert.equal(diagramType, "flowchart-v2");
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(code.value);
  const text = document.createElement("p");
  const labels = [...db.getVertices().values()].map(({ text: label }) => {
    text.innerHTML = label.replace(/ﬂ°°/g, "&#").replace(/ﬂ°/g, "&").replace(/¶ß/g, ";").replace(/<br\s*\/?>/g, "\n");
    return named(text.textContent).split("\n")[0];
  });
  for (const { service } of endpoints) {
    const title = line(service.title) || service.name;
    const is = (label) => label === title || (label.endsWith("…") && title.startsWith(label.slice(0, -1)));
    assert.ok(labels.some(is), `${title} is not drawn, but ${labels}`);
  }
}

/** The scripts for shells, as far as a shell reads them without running them. */
function checkScripts(nodes) {
  for (const code of nodes.filter((node) => node.type === "code" && node.lang === "sh")) {
    const { status, stderr } = spawnSync("bash", ["-n"], { input: code.value, encoding: "utf8" });
    assert.equal(status, 0, stderr);
  }
}

/** The same tables by GitHub's own reader, which cuts rows that are too long: the texts must be the same. */
function checkWithGitHubs(page, tree) {
  if (spawnSync("cmark-gfm", ["--version"]).error) return false;
  const args = ["--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough", "-e", "tagfilter"];
  const { window } = new JSDOM(execFileSync("cmark-gfm", args, { input: page, encoding: "utf8", maxBuffer: 2 ** 28 }));
  const cells = [...window.document.querySelectorAll("td")].map((cell) => cell.textContent);
  const known = tree.children.filter((node) => node.type === "table").flatMap((table) => table.children.slice(1));
  const wanted = known.flatMap((row) => row.children.map((cell) => seen(cell).replaceAll("\n", "")));
  assert.deepEqual(cells, wanted);
  return true;
}

for (const path of process.argv.slice(2)) {
  const page = readFileSync(path, "utf8");
  const all = JSON.parse(readFileSync(path.replace(/md$/, "json"), "utf8"));
  const endpoints = all.filter((it) => it.name !== undefined);
  const tree = fromMarkdown(page, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const found = regions(tree);
  checkTable(found.get("table"), endpoints);
  checkGroups(found.get("groups"), endpoints);
  checkConflicts(found.get("conflicts"), endpoints);
  for (const name of ["exposure", "ranges"]) found.get(name).forEach((node) => node.type === "table" || seen(node));
  checkScripts(found.get("check"));
  await checkDiagram(found.get("diagram"), endpoints);
  const isGitHubs = checkWithGitHubs(page, tree);
  console.log(`${path}: ${endpoints.length} endpoints come back${isGitHubs ? ", by cmark-gfm too" : ""}`);
}
