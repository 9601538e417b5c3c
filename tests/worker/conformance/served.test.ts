import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StorageKey } from "../../../src/representation/storage-key.ts";
import { LocalStore } from "../../../src/store/local-store.ts";
import type { ServedSite } from "../../served-site.ts";
import { serveSite } from "../../served-site.ts";
import { sendRaw } from "../raw-http.ts";
import { checkRow, FRONT_FIELDS } from "./row.ts";
import { conformanceRows } from "./rows.ts";
import { bakeSample } from "./sample.ts";

// What asks, and what stands between, goes by the clock of the machine.
const sample = bakeSample(Math.floor(Date.now() / 1000));
const rows = Object.values(conformanceRows(sample)).flat();
const folder = mkdtempSync(join(tmpdir(), "feedwright-"));
let site: ServedSite;

beforeAll(async () => {
  const store = await LocalStore.open(folder);
  await store.put(
    sample.entries.map(({ key, value, metadata }) => ({ key: key as StorageKey, value, metadata })),
  );
  await store.close();
  site = await serveSite(folder);
});
afterAll(async () => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.for([
  ["sends no Accept-Encoding", null, null],
  ["sends an empty one", "", null],
  ["takes gzip", "gzip", "gzip"],
  ["takes brotli", "br", "br"],
] as const)(
  "a client that %s is served by its own field, which the runtime rewrites",
  async ([, sent, coding]) => {
    // JSON Feed: the one kind that the local front does not recode.
    const port = Number(new URL(site.origin).port);
    const answer = await sendRaw(port, { target: "/feed.json", fields: { "Accept-Encoding": sent } });
    expect(answer.field("Content-Encoding")).toBe(coding);
  },
);

describe("under npm run serve", () => {
  test.for(rows.filter(({ behindFront }) => behindFront !== false).map((row) => [row.name, row] as const))(
    "%s",
    async ([, row]) => {
      expect(await checkRow(Number(new URL(site.origin).port), row, FRONT_FIELDS)).toEqual([]);
    },
  );
});
