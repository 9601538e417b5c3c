import type { AST } from "toml-eslint-parser";

/** A key that stands for something in every object of JavaScript. */
export interface InheritedName {
  /** Its tables and itself, such as `sections.constructor`. */
  readonly name: string;
  readonly line: number;
}

/**
 * Keys of a TOML document that no table can hold as plain names, such as `__proto__`: read into
 * objects they would be lost, or change every object of the program.
 */
export function* inheritedNames(program: AST.TOMLProgram): Generator<InheritedName> {
  for (const node of program.body[0].body) yield* namesIn(node);
}

function* namesIn(node: AST.TOMLKeyValue | AST.TOMLTable): Generator<InheritedName> {
  const keys = node.key.keys.map((part) => (part.type === "TOMLBare" ? part.name : part.value));
  if (keys.some((key) => key === "prototype" || key in Object.prototype)) {
    yield { name: keys.join("."), line: node.loc.start.line };
  }
  if (node.type === "TOMLTable") for (const child of node.body) yield* namesIn(child);
  else yield* namesInValue(node.value);
}

function* namesInValue(value: AST.TOMLContentNode): Generator<InheritedName> {
  if (value.type === "TOMLInlineTable") for (const child of value.body) yield* namesIn(child);
  if (value.type === "TOMLArray") for (const element of value.elements) yield* namesInValue(element);
}
