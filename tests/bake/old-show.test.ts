import { expect, test } from "vitest";
import { withOldShow } from "../../src/bake/old-feeds/old-show.ts";
import { adoptedFeed } from "../adopted-feed.ts";
import { siteWith } from "./small-site.ts";

const GUID = "917393e3-1b1e-5cef-ace4-edaa54e1f810";
const OWN = "11111111-2222-5333-8444-555555555555";
const adopted = { articles: [], feeds: [adoptedFeed({}), adoptedFeed({ podcastGuid: GUID })] };

test("a show has the podcast:guid of the first old feed that had one, unless site.toml names one", () => {
  expect(withOldShow(siteWith("[podcast]\n"), adopted).podcast?.guid).toBe(GUID);
  expect(withOldShow(siteWith(`[podcast]\nguid = "${OWN}"\n`), adopted).podcast?.guid).toBe(OWN);
});

test("a site stays as it is where no old feed had one, and where it is no show", () => {
  const show = siteWith("[podcast]\n");
  expect(withOldShow(show, { articles: [], feeds: [adoptedFeed({})] })).toBe(show);
  const none = siteWith();
  expect(withOldShow(none, adopted)).toBe(none);
});
