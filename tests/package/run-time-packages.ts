import * as v from "valibot";

const PACKAGE = v.object({
  version: v.string(),
  license: v.optional(v.string(), "no licence"),
  optional: v.optional(v.boolean(), false),
  hasInstallScript: v.optional(v.boolean(), false),
});
const LOCK = v.object({ packages: v.record(v.string(), v.unknown()) });

/**
 * What a lock file has installed, a line for each package and licence, sorted: name, major versions, licence,
 * whether it may be missing, and whether it runs a script when it is installed.
 */
export function packageLines(lockFile: string): string[] {
  const versions = new Map<string, Set<string>>();
  for (const [path, described] of Object.entries(v.parse(LOCK, JSON.parse(lockFile)).packages)) {
    if (path === "") continue;
    const { version, license, optional, hasInstallScript } = v.parse(PACKAGE, described);
    const marks = [
      license,
      ...(optional ? ["optional"] : []),
      ...(hasInstallScript ? ["INSTALL SCRIPT"] : []),
    ];
    const key = `${path.replace(/^.*node_modules\//, "")}\t${marks.join(", ")}`;
    versions.set(key, (versions.get(key) ?? new Set()).add(version.split(".")[0] ?? ""));
  }
  return [...versions]
    .map(([key, majors]) => key.replace("\t", ` ${[...majors].sort().join(" and ")}: `))
    .sort();
}
