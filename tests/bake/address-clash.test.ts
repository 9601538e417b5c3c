import { expect, test } from "vitest";
import { addressClash } from "../../src/bake/address-clash.ts";
import { records } from "../ledger/records.ts";

const articles = records(3, { 1: { address: "/tags/sea" }, 2: { earlier: ["/was-a2", "/sections/sea"] } });
const asks =
  "asks for the address /tags/sea, which belongs to a page or feed of the site; give it another permalink or slug";
const wants = (address: string) =>
  `redirects ${address}, which belongs to a page or feed of the site; remove the alias or redirect`;

test.for([
  {
    who: "an article by its permalink",
    address: "/tags/sea",
    file: "a1.md",
    severity: "error",
    message: asks,
  },
  {
    who: "an article by an alias",
    address: "/sections/sea",
    file: "a2.md",
    severity: "warning",
    message: wants("/sections/sea"),
  },
  {
    who: "site.toml by a redirect",
    address: "/tags/tea",
    file: "site.toml",
    severity: "warning",
    message: wants("/tags/tea"),
  },
])("$who that wants the address of a document is told", ({ address, file, severity, message }) => {
  expect(addressClash(address, articles)).toEqual({ file, line: null, severity, message });
});
