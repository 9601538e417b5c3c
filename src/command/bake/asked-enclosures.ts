import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import * as v from "valibot";
import type { Problem } from "../../article/problem.ts";
import type { Source, SourceEnclosure } from "../../article/source.ts";

/** What a server says of a file. */
const ANSWERS = v.record(v.string(), v.object({ sizeBytes: v.number(), type: v.string() }));

type Answers = v.InferOutput<typeof ANSWERS>;

/** For one answer, redirects included. */
const DEADLINE_MS = 15_000;

/** How enclosures elsewhere are asked for. */
export interface AskingEnclosures {
  /** Those that site.toml allows. */
  readonly hosts: ReadonlySet<string>;
  /** Where answers are remembered; null: nowhere. */
  readonly file: string | null;
  /** Whether nothing is to be written. */
  readonly isDry: boolean;
  /** Told how many are answered. */
  readonly progress: (done: number, total: number) => void;
}

/**
 * Gives enclosures on allowed hosts the length and type that their servers tell (HEAD), where the source
 * tells none; each is asked once, and remembered. One that cannot be asked is a problem.
 */
export async function askedEnclosures(
  sources: readonly Source[],
  { hosts, file, isDry, progress }: AskingEnclosures,
): Promise<{ readonly sources: readonly Source[]; readonly problems: readonly Problem[] }> {
  const isOpen = ({ target, sizeBytes, type }: SourceEnclosure) =>
    (sizeBytes === null || type === null) && hosts.has(URL.parse(target)?.hostname ?? "");
  const wanted = sources.filter(({ enclosures }) => enclosures.some(isOpen));
  if (hosts.size === 0 || wanted.length === 0) return { sources, problems: [] };
  const known = new Map(Object.entries(readAnswers(file)));
  const targets = wanted.flatMap(({ enclosures }) => enclosures.filter(isOpen).map(({ target }) => target));
  const unknown = [...new Set(targets)].filter((target) => !known.has(target));
  const faults = new Map<string, string>();
  for (const [done, target] of unknown.entries()) {
    const answer = await ask(target);
    if (typeof answer === "string") faults.set(target, answer);
    else known.set(target, answer);
    progress(done + 1, unknown.length);
  }
  if (!isDry && unknown.length > faults.size) writeAnswers(file, Object.fromEntries(known));
  const problems = wanted.flatMap(({ path, enclosures }) =>
    enclosures.flatMap(({ target, line }): Problem[] => {
      const fault = faults.get(target);
      if (fault === undefined) return [];
      const message = `names the enclosure ${target}, whose server ${fault}; correct the address, or write { url, length, type }`;
      return [{ file: path, line, severity: "warning", message }];
    }),
  );
  const filled = (one: SourceEnclosure) => {
    const answer = isOpen(one) ? known.get(one.target) : undefined;
    if (answer === undefined) return one;
    return { ...one, sizeBytes: one.sizeBytes ?? answer.sizeBytes, type: one.type ?? answer.type };
  };
  const open = new Set(wanted);
  return {
    sources: sources.map((source) =>
      open.has(source) ? { ...source, enclosures: source.enclosures.map(filled) } : source,
    ),
    problems,
  };
}

/** Length and type, or why there are none. */
async function ask(url: string): Promise<Answers[string] | string> {
  const { default: ky, isHTTPError } = await import("ky");
  try {
    const { headers } = await ky(url, { method: "head", timeout: DEADLINE_MS, retry: { limit: 1 } });
    const sizeBytes = Number(headers.get("Content-Length") ?? Number.NaN);
    const [type = ""] = (headers.get("Content-Type") ?? "").toLowerCase().split(";");
    if (!Number.isSafeInteger(sizeBytes) || sizeBytes <= 0) return "tells no length";
    return {
      sizeBytes,
      type: /^[a-z]+\/[\w.+-]+$/.test(type.trim()) ? type.trim() : "application/octet-stream",
    };
  } catch (fault) {
    return isHTTPError(fault) ? `answered ${fault.response.status}` : "did not answer";
  }
}

function readAnswers(file: string | null): Answers {
  try {
    return file === null ? {} : v.parse(ANSWERS, JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return {};
  }
}

/** What cannot be remembered is asked again. */
function writeAnswers(file: string | null, answers: Answers): void {
  if (file === null) return;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(answers));
  } catch {}
}
