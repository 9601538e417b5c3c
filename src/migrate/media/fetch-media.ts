import { existsSync } from "node:fs";
import { join } from "node:path";
import { sniff } from "../../folder/sniff.ts";
import type { Journal } from "../write/journal.ts";
import { digestOf, writeWhole } from "../write/write-file.ts";
import type { MediaFile } from "./media-plan.ts";

/** What came of asking for a file. */
export type Fetched =
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  | { readonly kind: "gone"; readonly why: string };

/** Fetches one file, within bounds of size and time. Never throws. */
export type FetchFile = (url: string) => Promise<Fetched>;

/** A file that could not be had. */
export interface GoneFile {
  readonly url: string;
  readonly why: string;
}

/** What fetching came to. */
export interface FetchedMedia {
  readonly fetched: number;
  readonly gone: readonly GoneFile[];
}

/** At one host two at a time, and a few hosts at once: nobody's server is to notice. */
const PER_HOST = 2;
const AT_ONCE = 6;

/**
 * Fetches the files that are missing. Each is there whole or not at all, so a second run fetches only
 * what the first did not.
 */
export async function fetchMedia(
  folder: string,
  files: readonly MediaFile[],
  journal: Journal,
  fetchFile: FetchFile,
  count: (done: number, total: number) => void,
): Promise<FetchedMedia> {
  const missing = files.filter(({ isThere }) => !isThere);
  const gone: GoneFile[] = [];
  let done = 0;
  const fetchOne = async (file: MediaFile) => {
    const why = await take(folder, file, journal, fetchFile);
    if (why === null) file.isThere = true;
    else gone.push({ url: file.url, why });
    done += 1;
    count(done, missing.length);
  };
  const queues = [...byHost(missing).values()];
  const lanes = queues.flatMap((queue) => Array.from({ length: PER_HOST }, () => queue));
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (let lane = lanes.shift(); lane !== undefined; lane = lanes.shift()) {
      for (let file = lane.shift(); file !== undefined; file = lane.shift()) await fetchOne(file);
    }
  });
  await Promise.all(workers);
  gone.sort((a, b) => (a.url < b.url ? -1 : 1));
  return { fetched: missing.length - gone.length, gone };
}

async function take(
  folder: string,
  { url, path }: MediaFile,
  journal: Journal,
  fetchFile: FetchFile,
): Promise<string | null> {
  const place = join(folder, path);
  if (existsSync(place) && journal.find("media", url) === null)
    return "a file of that name lies there already";
  const fetched = await fetchFile(url);
  if (fetched.kind === "gone") return fetched.why;
  const kind = sniff(fetched.bytes);
  if (kind === null || /^text\/plain/.test(kind.type)) return "it is no picture, sound, film or document";
  writeWhole(place, fetched.bytes);
  journal.add({ kind: "media", key: url, path, hash: digestOf(fetched.bytes) });
  return null;
}

function byHost(files: readonly MediaFile[]): Map<string, MediaFile[]> {
  const queues = new Map<string, MediaFile[]>();
  for (const file of files) {
    const host = URL.parse(file.url)?.host ?? "";
    const queue = queues.get(host);
    if (queue) queue.push(file);
    else queues.set(host, [file]);
  }
  return queues;
}
