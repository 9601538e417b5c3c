import type { Equivalent } from "../mutant.ts";

/** Mutants of `command` that behave as the program does. */
export const COMMAND_EQUIVALENTS: readonly Equivalent[] = [
  {
    file: "command/stores/edition-guard.ts",
    from: 'const editions: unknown = JSON.parse(readFileSync(join(stateFolder, FILE), "utf8"));',
    to: 'const editions: unknown = JSON.parse(readFileSync(join(stateFolder, FILE), ""));',
    because: "JSON.parse makes a text of the bytes by itself",
  },
  {
    file: "command/stores/edition-guard.ts",
    from: 'const pairs = Object.entries(typeof editions === "object" && editions !== null ? editions : {});',
    to: "const pairs = Object.entries(true ? editions : {});",
    because: "null is caught as a damaged file is, and what else is no object has no numbers in it",
  },
  {
    file: "command/stores/edition-guard.ts",
    from: 'const pairs = Object.entries(typeof editions === "object" && editions !== null ? editions : {});',
    to: 'const pairs = Object.entries(typeof editions === "object" || editions !== null ? editions : {});',
    because: "null is caught as a damaged file is, and what else is no object has no numbers in it",
  },
  {
    file: "command/stores/edition-guard.ts",
    from: 'const pairs = Object.entries(typeof editions === "object" && editions !== null ? editions : {});',
    to: "const pairs = Object.entries(true && editions !== null ? editions : {});",
    because: "what is no object has no numbers in it",
  },
  {
    file: "command/stores/edition-guard.ts",
    from: 'const pairs = Object.entries(typeof editions === "object" && editions !== null ? editions : {});',
    to: 'const pairs = Object.entries(typeof editions === "object" && true ? editions : {});',
    because: "null is caught as a damaged file is",
  },
  {
    file: "command/flags/flags.ts",
    from: "if (url && /^https?:$/.test(url.protocol)) return url.href;",
    to: "if (url && /^https?:/.test(url.protocol)) return url.href;",
    because: "the parser ends every scheme with a colon",
  },
  {
    file: "command/flags/flags.ts",
    from: 'if (url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.hash)',
    to: 'if (url && /^https?:/.test(url.protocol) && url.pathname === "/" && !url.search && !url.hash)',
    because: "the parser ends every scheme with a colon",
  },
  {
    file: "command/ledger/ledger-table.ts",
    from: "Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),",
    to: "Math.max(title.length, ...rows.map((row) => row[column].length ?? 0)),",
    because: "every row has every column",
  },
  {
    file: "command/reports/pace.ts",
    from: "if (!first || !last || last.atMs <= first.atMs || last.done <= first.done) return far;",
    to: "if (!first && !last || last.atMs <= first.atMs || last.done <= first.done) return far;",
    because: "a list has a first mark where it has a last one",
  },
  {
    file: "command/reports/progress.ts",
    from: "if (!spinner.isSpinning) spinner.start();",
    to: "if (true) spinner.start();",
    because: "a spinner that spins is not started again",
  },
];
