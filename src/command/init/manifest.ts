import * as v from "valibot";
import { Refusal } from "../reports/refusal.ts";

const TABLE = v.optional(v.record(v.string(), v.unknown()), {});
const MANIFEST = v.looseObject({ scripts: TABLE, dependencies: TABLE, devDependencies: TABLE });

/** A package.json: https://docs.npmjs.com/cli/configuring-npm/package-json */
export type Manifest = v.InferOutput<typeof MANIFEST>;

/** What a site is run by. The first deployment from a machine needs the content by its name. */
const SCRIPTS = {
  import: "feedwright import",
  adopt: "feedwright adopt",
  start: "feedwright start",
  dev: "feedwright dev",
  bake: "feedwright bake",
  serve: "feedwright serve",
  deploy: "feedwright deploy --content content",
  doctor: "feedwright doctor",
  ledger: "feedwright ledger",
  verify: "feedwright verify",
  hub: "feedwright hub",
} as const;

/** Packages below Feedwright that npm may run when it installs them. */
const INSTALL_SCRIPTS = { esbuild: true, workerd: true };

/** Reads a package.json. Throws `Refusal`. */
export function parseManifest(text: string): Manifest {
  const parsed = v.safeParse(MANIFEST, parseJson(text));
  if (parsed.success) return parsed.output;
  throw new Refusal(`package.json cannot be used: ${parsed.issues[0].message}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Refusal("package.json cannot be read as JSON; fix it, or move it away", { cause });
  }
}

/** Its scripts that a site needs the names of. */
export function takenScripts({ scripts }: Manifest): string[] {
  return Object.entries(SCRIPTS)
    .filter(([name, command]) => Object.hasOwn(scripts, name) && scripts[name] !== command)
    .map(([name]) => name);
}

/** Whether it names packages beside Feedwright, which a lock file holds too. */
export function namesOthers({ dependencies, devDependencies }: Manifest): boolean {
  return Object.keys({ ...dependencies, ...devDependencies }).some((name) => name !== "feedwright");
}

/**
 * The package.json of a site, as npm writes it. What one that is there already says stays, but for where
 * Feedwright comes from. `tarball` is its path from the folder of the site on, with slashes.
 */
export function siteManifest(name: string, tarball: string, before: Manifest | null): string {
  const { scripts = {}, dependencies = {}, devDependencies = {}, ...rest } = before ?? {};
  const { feedwright: _, ...others } = devDependencies;
  const manifest = {
    name,
    private: true,
    engines: { node: ">=22.13" },
    allowScripts: INSTALL_SCRIPTS,
    ...rest,
    scripts: { ...scripts, ...SCRIPTS },
    dependencies: { ...dependencies, feedwright: `file:${tarball}` },
    ...(Object.keys(others).length > 0 && { devDependencies: others }),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
