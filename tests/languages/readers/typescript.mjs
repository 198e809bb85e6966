// Prints what a compiled module of the export says, and which of its constants the compiler takes for deprecated.
// Usage: node typescript.mjs MODULE.ts MODULE.js
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";

const [source, compiled] = process.argv.slice(2);
const module = await import(pathToFileURL(path.resolve(compiled)));

const text = fs.readFileSync(source, "utf8");
const file = ts.createSourceFile(source, text, ts.ScriptTarget.ES2022, true);
const deprecated = new Set();
for (const statement of file.statements.filter(ts.isVariableStatement)) {
  if (ts.getJSDocDeprecatedTag(statement)) {
    deprecated.add(statement.declarationList.declarations[0].name.text);
  }
  const tags = ts.getJSDocTags(statement).map((tag) => tag.tagName.text);
  if (tags.some((tag) => tag !== "deprecated")) {
    throw new Error(`a text became the tags ${tags}`);
  }
}

const lists = [module.ALL, module.RANGES, module.CONTAINER_ENDPOINTS];
const rows = lists.flat().map((value) => {
  const [name] = Object.entries(module).find(([, other]) => other === value);
  if (deprecated.has(name) !== (value.deprecated !== null)) {
    throw new Error(`${name} is or is not deprecated`);
  }
  const ports = "first" in value ? { ports: module.portsOf(value) } : {};
  return { constant: name, ...value, ...ports };
});
const constants = Object.keys(module).filter((name) => name === name.toUpperCase());
if (constants.length !== rows.length + 3) {
  throw new Error(`${constants.length - 3} constants, and ${rows.length} in the lists`);
}
console.log(JSON.stringify(rows));
