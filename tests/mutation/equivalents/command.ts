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
  {
    file: "command/bake/bake-refusals.ts",
    from: "if (now !== undefined && now - clock > MOST_AHEAD_SECONDS && !future && !dryRun) {",
    to: "if (true && now - clock > MOST_AHEAD_SECONDS && !future && !dryRun) {",
    because: "Nothing is far ahead that was not given: it is no number, and the question is for the types.",
  },
  {
    file: "command/flags/flags.ts",
    from: 'command.version(programVersion(), "-V, --version", "show the version");',
    to: 'command.version(programVersion(), "", "show the version");',
    because: "It is what commander calls the flag anyway.",
  },
  {
    file: "command/stores/remote-site.ts",
    from: "} catch (fault) { if (fault instanceof StoreError) return null; throw fault; }",
    to: "} catch (fault) {}",
    because: "Undefined is as much a reason to take the worker itself as null.",
  },
  {
    file: "command/stores/remote-site.ts",
    from: "if (fault instanceof StoreError) return null;",
    to: "if (true) return null;",
    because: "Nothing else is thrown there; the question is for the faults of the program.",
  },
  {
    file: "command/ledger/ledger-table.ts",
    from: "rows.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), title.length),",
    to: "rows.reduce((width, row) => Math.max(width, row[column].length ?? 0), title.length),",
    because: "Every row has all columns; the question is for the types.",
  },
  {
    file: "command/reports/progress.ts",
    from: 'let stageText = "";',
    to: 'let stageText = "Stryker was here!";',
    because: "Nothing is counted before a stage has begun.",
  },
  {
    file: "command/reports/progress.ts",
    from: "let marks: readonly Mark[] = [];",
    to: 'let marks: readonly Mark[] = ["Stryker was here"];',
    because: "Nothing is counted before a stage has begun.",
  },
  {
    file: "command/stores/remote-site.ts",
    from: "const home = env === PRODUCTION ? worker : (productionOf(config) ?? worker);",
    to: "const home = false ? worker : (productionOf(config) ?? worker);",
    because: "Read again, production is the same; the shortcut only saves time.",
  },
  {
    file: "command/stores/worker-config.ts",
    from: "const all = [...(route === undefined ? [] : [route]), ...(routes ?? [])];",
    to: 'const all = [...(route === undefined ? ["Stryker was here"] : [route]), ...(routes ?? [])];',
    because: "A route that is a text is no domain, whatever it says.",
  },
  {
    file: "command/stores/worker-config.ts",
    from: "const all = [...(route === undefined ? [] : [route]), ...(routes ?? [])];",
    to: 'const all = [...(route === undefined ? [] : [route]), ...(routes ?? ["Stryker was here"])];',
    because: "A route that is a text is no domain, whatever it says.",
  },
  {
    file: "command/stores/worker-config.ts",
    from: "const all = [...(route === undefined ? [] : [route]), ...(routes ?? [])];",
    to: "const all = [...(false ? [] : [route]), ...(routes ?? [])];",
    because: "What is undefined is no domain either.",
  },
  {
    file: "command/stores/worker-config.ts",
    from: 'const own = all.flatMap((one) => (typeof one === "object" && one.custom_domain ? one.pattern : []));',
    to: "const own = all.flatMap((one) => (true && one.custom_domain ? one.pattern : []));",
    because: "A text has no such field; the question is for the types.",
  },
  ...[
    'const [, published = "Stryker was here!", , address = "", ...rest] = rowOf(record);',
    'const [, published = "", , address = "Stryker was here!", ...rest] = rowOf(record);',
  ].map((to) => ({
    file: "command/ledger/ledger-table.ts",
    from: 'const [, published = "", , address = "", ...rest] = rowOf(record);',
    to,
    because: "Every row has all its cells; the defaults are for the types.",
  })),
  {
    file: "command/bake/publish-parts.ts",
    from: "const [journal = [], ...written] = plan.stages;",
    to: 'const [journal = ["Stryker was here"], ...written] = plan.stages;',
    because: "A plan that is not the last part has a journal.",
  },
  {
    file: "command/bake/publish-parts.ts",
    from: '.filter(({ key, publish }) => !known.has(key) && !own.has(publish ?? ""))',
    to: '.filter(({ key, publish }) => !known.has(key) && !own.has(publish ?? "Stryker was here!"))',
    because: "No publish of ours is called either.",
  },
  {
    file: "command/bake/publish-parts.ts",
    from: 'if (!own.has(publish ?? "")) rivals.push({ edition: ledger.edition, did: "publish" });',
    to: 'if (!own.has(publish ?? "Stryker was here!")) rivals.push({ edition: ledger.edition, did: "publish" });',
    because: "No publish of ours is called either.",
  },
  {
    file: "command/bake/publish-parts.ts",
    from: "const isAll = state === first && part.left === 0;",
    to: "const isAll = false;",
    because: "Planned once more, it is the same plan.",
  },
];
