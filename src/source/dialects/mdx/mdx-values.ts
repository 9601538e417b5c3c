/** Words that a module brings in, and what they stand for. */
export type MdxNames = ReadonlyMap<string, string>;

const QUOTED = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`((?:[^`\\$]|\\.|\$(?!\{))*)`)$/s;
/** A file, as bundlers are told of it. */
const CALL = /^(?:require|useBaseUrl|withBase|url|asset)\(\s*(["'])([^"'\n]*)\1\s*\)(?:\.default)?$/;

/** What an expression of JavaScript stands for, where it is a literal, a file or a name of one; else null. */
export function mdxValue(source: string, names: MdxNames): string | null {
  const text = source.trim();
  const quoted = QUOTED.exec(text);
  if (quoted !== null) {
    const [, double, single, back] = quoted;
    return (double ?? single ?? back ?? "").replace(/\\(.)/gs, (_, one: string) =>
      one === "n" ? "\n" : one,
    );
  }
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return text;
  const [, , file] = CALL.exec(text) ?? [];
  return file ?? names.get(text.replace(/\.(?:default|src)$/, "")) ?? null;
}

/** Whether an expression is a comment, and nothing else. */
export function isComment(source: string): boolean {
  return /^(?:\/\*.*\*\/)?$/s.test(source.trim());
}

const IMPORT = /^import\s+([\w$]+)(?:\s*,[^"']*)?\s+from\s+(["'])([^"'\n]+)\2/;
const CONSTANT = /^export\s+(?:const|let|var)\s+([\w$]+)\s*=\s*([^;]+?);?\s*$/;
/** Files that are no programs: what is imported of them is their address. */
const FILE = /\.(?:png|jpe?g|gif|webp|avif|svg|mp[34]|webm|ogg|wav|m4a|pdf|zip|css)(?:\?[^"']*)?$/i;

/** The name that a line of a module gives to a text or a file; null where it does not. */
export function mdxName(statement: string): readonly [name: string, value: string] | null {
  const [, name, , from] = IMPORT.exec(statement) ?? [];
  if (name !== undefined && from !== undefined) return FILE.test(from) ? [name, from] : null;
  const [, constant, value = ""] = CONSTANT.exec(statement) ?? [];
  if (constant === undefined) return null;
  const literal = mdxValue(value, new Map());
  return literal === null ? null : [constant, literal];
}
