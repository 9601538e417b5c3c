import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { Subscriber } from "../hub/subscriber.ts";
import { runScript, serveSite } from "../served-site.ts";

const ARTICLE = (title: string) => `# ${title}\n\nIt rises by six.\n`;

/** A site with a hub that is served on this machine, and commands that know it. */
async function servedSite() {
  const content = contentFolder({ "site.toml": `${SITE_TOML}hub = true\n`, "one.md": ARTICLE("One") });
  const persistTo = temporaryFolder();
  const here = ["--content", content, "--persist-to", persistTo];
  const bake = async (...flags: readonly string[]) =>
    JSON.parse((await run("bake", "--json", ...flags)).stdout);
  const run = (name: string, ...args: readonly string[]) => runScript(name, ...args, ...here);
  await bake();
  const served = await serveSite(persistTo);
  onTestFinished(() => served.stop());
  const subscriber = await Subscriber.start();
  const subscribe = async (feed: string) => {
    const { status } = await fetch(`${served.origin}/hub`, {
      method: "POST",
      body: new URLSearchParams({
        "hub.mode": "subscribe",
        "hub.topic": `https://quay.example/${feed}`,
        "hub.callback": subscriber.callback(`/${feed}`),
      }),
    });
    expect(status).toBe(202);
    await subscriber.until(() => subscriber.questions(`/${feed}`).length > 0);
  };
  const write = (name: string, title: string) => writeFileSync(join(content, name), ARTICLE(title));
  return { served, subscriber, subscribe, write, bake, run };
}

test("bake beside a running serve reaches subscribers, and hub shows, pauses and drops them", async () => {
  const { served, subscriber, subscribe, write, bake, run } = await servedSite();
  const feed = await fetch(`${served.origin}/atom.xml`);
  expect(feed.headers.get("Link")).toBe(
    '<https://quay.example/atom.xml>; rel="self", <https://quay.example/hub>; rel="hub"',
  );
  expect(await feed.text()).toContain('<link rel="hub" href="https://quay.example/hub"/>');
  await subscribe("atom.xml");
  await subscribe("feed.json");
  const shown = async () => JSON.parse((await run("hub", "--json")).stdout);
  while ((await shown()).topics.length < 2);

  write("two.md", "Two");
  const { problems } = await bake();
  expect(problems).toContainEqual({
    file: "site.toml",
    line: null,
    severity: "notice",
    message: expect.stringMatching(/^the site's own hub delivers \d+ feeds to 2 subscriptions$/),
  });
  await subscriber.until(() => subscriber.editions().length === 2);
  for (const { url, body, headers } of subscriber.editions()) {
    expect(body.toString()).toContain("Two");
    expect(headers.link).toContain(`<https://quay.example${url.pathname}>; rel="self"`);
    expect(body.toString()).toBe(await (await fetch(served.origin + url.pathname)).text());
  }

  expect((await run("hub", "pause")).stdout).toContain("paused");
  write("three.md", "Three");
  await bake();
  expect((await run("hub", "resume")).stdout).not.toContain("paused");
  await subscriber.until(() => subscriber.editions().length === 4);
  expect(subscriber.editions().at(-1)?.body.toString()).toContain("Three");

  const dropped = await run("hub", "drop", new URL(subscriber.origin).host);
  expect(dropped.stdout).toContain("Dropped 2 subscriptions");
  await subscriber.until(() => subscriber.questions().length === 4);
  expect(
    subscriber
      .questions()
      .slice(2)
      .map(({ url }) => url.searchParams.get("hub.mode")),
  ).toEqual(["denied", "denied"]);
  expect((await run("hub")).stdout).toMatch(/^0 topics with 0 subscriptions: 0 pending, 0 late\.\n/);
});

test("hub says in one sentence what is missing", async () => {
  const content = contentFolder({ "site.toml": SITE_TOML, "one.md": ARTICLE("One") });
  const without = await runScript("hub", "--content", content, "--persist-to", temporaryFolder());
  expect([without.exitCode, without.stderr]).toEqual([1, expect.stringContaining("write hub = true")]);
  const withHub = contentFolder({ "site.toml": `${SITE_TOML}hub = true\n`, "one.md": ARTICLE("One") });
  const unserved = await runScript("hub", "--content", withHub, "--persist-to", temporaryFolder());
  expect([unserved.exitCode, unserved.stderr]).toEqual([
    1,
    expect.stringContaining("while the site is served"),
  ]);
  const wrong = await runScript("hub", "stop");
  expect([wrong.exitCode, wrong.stderr]).toEqual([2, expect.stringContaining("pause, resume, drop HOST")]);
});
