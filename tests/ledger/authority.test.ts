import { expect, test } from "vitest";
import type { Site } from "../../src/article/site.ts";
import { authorityOf, hostOf, isNobodys, isShared } from "../../src/ledger/authority.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { ledgerBut } from "./records.ts";
import { NOW } from "./site-history.ts";

const site = readSiteSettings(null, "site", new FileProblems("site.toml"));
const remembered = ledgerBut({ authority: "first.example,2024" });

test.for<{
  readonly name: string;
  readonly site: Pick<Site, "authority" | "homeHost">;
  readonly ledger: Ledger;
  readonly host?: string;
  readonly authority: string;
}>([
  {
    name: "what site.toml pins",
    site: { authority: "pinned.example,2020", homeHost: "quay.example" },
    ledger: remembered,
    authority: "pinned.example,2020",
  },
  {
    name: "what the first publication fixed",
    site: { authority: null, homeHost: "quay.example" },
    ledger: remembered,
    authority: "first.example,2024",
  },
  {
    name: "the site's host and the year of the clock",
    site: { authority: null, homeHost: "quay.example" },
    ledger: EMPTY_LEDGER,
    authority: "quay.example,2025",
  },
  {
    name: "nobody's name, where the site has no home",
    site: { authority: null, homeHost: null },
    ledger: EMPTY_LEDGER,
    authority: "site.invalid,2025",
  },
  {
    name: "the host that serves it, where site.toml names none",
    site: { authority: null, homeHost: null },
    ledger: EMPTY_LEDGER,
    host: "quay.harbour.workers.dev",
    authority: "quay.harbour.workers.dev,2025",
  },
  {
    name: "the site's own host, wherever it is served",
    site: { authority: null, homeHost: "quay.example" },
    ledger: EMPTY_LEDGER,
    host: "quay.harbour.workers.dev",
    authority: "quay.example,2025",
  },
  {
    name: "what the first publication fixed, wherever it is served",
    site: { authority: null, homeHost: null },
    ledger: remembered,
    host: "quay.harbour.workers.dev",
    authority: "first.example,2024",
  },
])("the authority is $name", ({ site: settings, ledger, host = null, authority }) => {
  expect(authorityOf({ ...site, ...settings }, ledger, NOW, host)).toBe(authority);
});

test.for([
  { authority: "quay.example,2025", host: "quay.example", nobodys: false, shared: false },
  { authority: "site.invalid,2025", host: "site.invalid", nobodys: true, shared: true },
  { authority: "a1b2.invalid,2026", host: "a1b2.invalid", nobodys: true, shared: false },
  { authority: ".invalid.example,2025", host: ".invalid.example", nobodys: false, shared: false },
])("$authority is of $host; nobody's: $nobodys, of several sites: $shared", (row) => {
  expect(hostOf(row.authority)).toBe(row.host);
  expect(isNobodys(row.authority)).toBe(row.nobodys);
  expect(isShared(row.authority)).toBe(row.shared);
});
