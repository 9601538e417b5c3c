import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Problem, Severity } from "../../src/article/problem.ts";
import { bake } from "../../src/command/bake/bake.ts";
import type { BakeFlags } from "../../src/command/flags/bake-flags.ts";
import type { BakeReport } from "../../src/command/reports/json-reports.ts";
import { problemLines, summaryLines } from "../../src/command/reports/report.ts";
import { decodeMetadata } from "../../src/representation/decode-metadata.ts";
import type { RepresentationMetadata } from "../../src/representation/representation.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { decide } from "../../src/worker/decide.ts";
import { route } from "../../src/worker/edge-request.ts";
import { captured } from "../command/captured.ts";
import { contentFolder } from "../content-folder.ts";

/** 2025-07-01T18:00:00Z */
export const NOW = 1_751_392_800;

/** Something hostile, and what must come of it. */
export interface Attack {
  readonly name: string;
  /** Puts it into a folder. */
  readonly plant: (folder: string) => void;
  /** What is told: the file as seen from that folder, how much it weighs, and a part of what is said. */
  readonly told: readonly [file: string, severity: Severity, says: string];
}

/** What came of a bake. */
export interface Outcome {
  readonly report: BakeReport;
  readonly store: MemoryStore;
  /** Lines as a terminal gets them. */
  readonly lines: readonly string[];
}

/** Plants files of these contents. */
export function files(contents: Readonly<Record<string, string | Uint8Array>>): Attack["plant"] {
  return (folder) => {
    contentFolder(contents, folder);
  };
}

/** Plants one file whose name is given in bytes. */
export function namedInBytes(name: Uint8Array, content: string): Attack["plant"] {
  return (folder) => writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), content);
}

/** Writes an attack into a folder that is made for it, with an article beside it that nothing is wrong with. */
export function plant(root: string, number: number, { plant: put }: Attack): void {
  const folder = join(root, folderOf(number));
  contentFolder({ [`good-${number}.md`]: "---\ndate: 2025-06-01\n---\nNothing is wrong here.\n" }, folder);
  put(folder);
}

/** The folder of an attack. */
export function folderOf(number: number): string {
  return `row-${number}`;
}

/** Bakes a folder and publishes into memory, by way of the command. The state folder is beside the content. */
export async function bakeAttacked(
  content: string,
  flags: Partial<BakeFlags> = {},
  store = new MemoryStore(),
): Promise<Outcome> {
  const all: BakeFlags = { content, persistTo: `${content}-state`, now: NOW, skipInvalid: true, ...flags };
  const { result } = await captured(() => bake(all, async () => store));
  const { report } = result;
  const lines = [
    ...problemLines(report.problems, process.stderr),
    ...summaryLines(report, { dryRun: false, remote: false }),
  ];
  return { report, store, lines };
}

/** What is told of a file. */
export function toldOf({ report }: Outcome, file: string): readonly Problem[] {
  return report.problems.filter((problem) => problem.file === file);
}

/** What the edge answers at an address of the site. */
export interface Answer {
  readonly kind: "moved" | ReturnType<typeof decide>["kind"] | ReturnType<typeof route>["kind"];
  readonly metadata: RepresentationMetadata | null;
  readonly text: string;
}

/** Asks for an address as a browser would, through the routing and the decision of the edge. */
export async function ask(store: MemoryStore, address: string): Promise<Answer> {
  const request = {
    method: "GET",
    pathname: new URL(address, "https://quay.example").pathname,
    fields: new Headers(),
    acceptEncoding: "gzip",
    search: "",
    host: "quay.example",
    nowSeconds: NOW,
  };
  const found = route(request);
  if (found.kind !== "document") return { kind: found.kind, metadata: null, text: "" };
  const stored = await store.get(found.key);
  const metadata = stored && decodeMetadata(stored.metadata);
  if (!metadata) return { kind: "nowhere", metadata: null, text: "" };
  const { gzip, identity } = metadata.stored;
  const value = Buffer.from(stored.value);
  const text = gzip > 0 ? gunzipSync(value.subarray(0, gzip)) : value.subarray(0, identity);
  const kind = metadata.kind === "moved" ? "moved" : decide(request, metadata).kind;
  return { kind, metadata, text: text.toString() };
}

/** Keys of a store under which a document of the site stands. */
export async function addressesIn(store: MemoryStore): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list("/")) keys.push(key);
  return keys;
}

/** The key under which the edge looks for an address; null where it looks for none. */
export function keyAskedFor(address: string): StorageKey | null {
  const found = route({
    method: "GET",
    pathname: new URL(address, "https://quay.example").pathname,
    fields: new Headers(),
    acceptEncoding: "",
    search: "",
    host: "quay.example",
    nowSeconds: NOW,
  });
  return found.kind === "document" ? found.key : null;
}

/** What a terminal would obey: nothing printed may hold it. */
export const OBEYED = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
