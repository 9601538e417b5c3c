import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StorageKey } from "../../../src/representation/storage-key.ts";
import { LocalStore } from "../../../src/store/local-store.ts";
import type { ServedSite } from "../../served-site.ts";
import { serveSite } from "../../served-site.ts";
import type { Row } from "./row.ts";
import { checkRow, SERVE_FIELDS } from "./row.ts";
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

/** A page of this machine, which reads what is served here as any page reads what is deployed. */
const OWN_ORIGIN = "http://localhost:3000";

/** A row as `serve` keeps it: who asks decides about the CORS fields there, so every answer varies by it. */
function asServed(row: Row): Row {
  const { Vary: vary, ...fields } = row.fields ?? {};
  if (vary === undefined || vary instanceof RegExp) return row;
  return { ...row, fields: { ...fields, Vary: vary === null ? "Origin" : `${vary}, Origin` } };
}

test.for(rows.filter(({ onServe }) => onServe !== false).map((row) => [row.name, row] as const))(
  "under npm run serve: %s",
  async ([, row]) => {
    const port = Number(new URL(site.origin).port);
    const fields = { Origin: OWN_ORIGIN, ...row.request.fields, Host: "localhost" };
    expect(
      await checkRow(port, asServed({ ...row, request: { ...row.request, fields } }), SERVE_FIELDS),
    ).toEqual([]);
  },
);
