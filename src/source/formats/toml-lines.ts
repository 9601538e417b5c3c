import type { AST } from "toml-eslint-parser";

/** The line on which a TOML document sets the value at `path`, or the nearest table around it. */
export function lineOfTomlPath(program: AST.TOMLProgram, path: readonly string[]): number | null {
  let line: number | null = null;
  let depth = 0;
  const visit = (node: AST.TOMLKeyValue | AST.TOMLTable, prefix: readonly string[]) => {
    const keys =
      node.type === "TOMLTable" ? node.resolvedKey.map(String) : [...prefix, ...keyNames(node.key)];
    const differs = keys.findIndex((key, index) => key !== path[index]);
    const shared = differs === -1 ? keys.length : differs;
    if (shared > depth) {
      depth = shared;
      line = node.loc.start.line;
    }
    if (node.type === "TOMLTable") for (const child of node.body) visit(child, keys);
    else if (node.value.type === "TOMLInlineTable") for (const child of node.value.body) visit(child, keys);
  };
  for (const node of program.body[0].body) visit(node, []);
  return line;
}

function keyNames(key: AST.TOMLKey): string[] {
  return key.keys.map((part) => (part.type === "TOMLBare" ? part.name : part.value));
}
