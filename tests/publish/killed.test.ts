import { expect, test } from "vitest";
import { serveSite } from "../served-site.ts";
import { killAndFinish } from "./killed.ts";
import { articleAddresses } from "./publish-files.ts";

test("a publish that is killed leaves a site whose feeds lead to pages, and is finished by the next", async () => {
  await killAndFinish({ articles: 30, share: 0.9, seed: 11, meanwhile: "retitles", look: followEveryLink });
});

async function followEveryLink(persistTo: string): Promise<void> {
  const site = await serveSite(persistTo);
  try {
    const feeds = await Promise.all(
      ["/rss.xml", "/atom.xml", "/feed.json"].map((path) => fetch(`${site.origin}${path}`)),
    );
    const served = await Promise.all(feeds.filter(({ ok }) => ok).map((feed) => feed.text()));
    const addresses = served.flatMap(articleAddresses);
    expect(addresses).not.toEqual([]);
    const statuses = addresses.map(async (address) => (await fetch(`${site.origin}${address}`)).status);
    expect(await Promise.all(statuses)).toEqual(addresses.map(() => 200));
  } finally {
    await site.stop();
  }
}
