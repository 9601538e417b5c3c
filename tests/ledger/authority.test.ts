import { expect, test } from "vitest";
import { authorityOf } from "../../src/ledger/authority.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { readSiteSettings } from "../../src/source/site-settings.ts";
import { FileProblems } from "../../src/source/source-file.ts";
import { ledgerBut } from "./records.ts";
import { NOW } from "./site-history.ts";

const site = readSiteSettings(null, "site", new FileProblems("site.toml"));
const remembered = ledgerBut({ authority: "first.example,2024" });

test.for([
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
])("the authority is $name", ({ site: settings, ledger, authority }) => {
  expect(authorityOf({ ...site, url: "http://127.0.0.1:8787", ...settings }, ledger, NOW)).toBe(authority);
});
