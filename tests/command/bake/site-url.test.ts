import { describe, expect, test } from "vitest";
import { siteUrl } from "../../../src/command/bake/site-url.ts";
import { Refusal } from "../../../src/command/reports/refusal.ts";

const AT_HOME = { url: "https://quay.example", homeHost: "quay.example" };
/** A site that site.toml gives no address. */
const HOMELESS = { url: "http://127.0.0.1:8787", homeHost: null };
const GIVEN = "https://given.example";
const SERVED = "https://quay.harbour.workers.dev";

describe("the links of a site lead", () => {
  test.for([
    { name: "home", site: AT_HOME, flags: {}, to: AT_HOME.url },
    {
      name: "home, wherever it is served",
      site: AT_HOME,
      flags: { servedAt: SERVED, remote: true },
      to: AT_HOME.url,
    },
    { name: "to where a flag says", site: AT_HOME, flags: { url: GIVEN, servedAt: SERVED }, to: GIVEN },
    {
      name: "to where a flag says, without a home",
      site: HOMELESS,
      flags: { url: GIVEN, servedAt: SERVED, remote: true },
      to: GIVEN,
    },
    {
      name: "to where it is served, without a home",
      site: HOMELESS,
      flags: { servedAt: SERVED, remote: true },
      to: SERVED,
    },
    { name: "to this machine, without a home and served here", site: HOMELESS, flags: {}, to: HOMELESS.url },
  ])("$name", ({ site, flags, to }) => {
    expect(siteUrl(site, flags)).toBe(to);
  });

  test("nowhere, where the site is on Cloudflare and the world can reach no address of it", () => {
    const asking = () => siteUrl(HOMELESS, { remote: true });
    expect(asking).toThrow(Refusal);
    expect(asking).toThrow("site.toml gives the site no public address; set url there");
  });
});
