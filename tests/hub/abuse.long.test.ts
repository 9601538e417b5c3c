import { describe, expect, test } from "vitest";
import { BAD_NAMES, REFUSED_CALLBACKS } from "./bad-callbacks.ts";
import { startHubSite } from "./hub-site.ts";
import { feedOf, TOPIC } from "./open-hub-site.ts";
import { subscription } from "./subscriber.ts";

const GOOD_NAME = "reader.example";
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  ...BAD_NAMES,
  [GOOD_NAME]: ["93.184.215.14", "2606:4700::6810:84e5"],
  "redirecting.example": ["93.184.215.14"],
};

/** A deployed hub in a world of one's own: what it asked, and a resolver with the names above. */
async function deployedHub() {
  const asked: URL[] = [];
  const site = await startHubSite({ loopback: false, world });
  await site.put(TOPIC, feedOf(100));
  return { site, asked };

  function world(url: URL): Response {
    if (url.host === "cloudflare-dns.com") return resolve(url.searchParams);
    asked.push(url);
    if (url.hostname === "redirecting.example") {
      return new Response(null, { status: 302, headers: { Location: "http://127.0.0.1:22/" } });
    }
    return new Response(url.searchParams.get("hub.challenge"));
  }
}

function resolve(question: URLSearchParams): Response {
  const type = question.get("type") === "A" ? 1 : 28;
  const data = ADDRESSES[question.get("name") ?? ""];
  const records = (data ?? []).filter((address) => address.includes(":") === (type === 28));
  const Answer = [
    { type: 5, data: "elsewhere.example." },
    ...records.map((address) => ({ type, data: address })),
  ];
  return Response.json({ Status: data ? 0 : 3, ...(data && { Answer }) });
}

test("no bad callback is ever met (loopback, private, links, numbers, ports, credentials, schemes, names)", async () => {
  const { site, asked } = await deployedHub();
  for (const callback of REFUSED_CALLBACKS) {
    expect((await site.post(subscription(callback), client())).status, callback).toBe(400);
  }
  const names = [...Object.keys(BAD_NAMES), "unknown.reader.example"];
  for (const name of names) {
    const answer = await site.post(subscription(`https://${name}/callback`), client());
    expect(answer.status, name).toBe(202);
    await site.logged("refused", ({ host }) => host === name);
  }
  expect(asked).toEqual([]);
});

test("a callback with a public name is met, and no redirect of it followed", async () => {
  const { site, asked } = await deployedHub();
  await site.post(subscription(`https://${GOOD_NAME}/callback`));
  await site.logged("confirmed");
  await site.post(subscription("https://redirecting.example/callback"));
  await site.logged("unconfirmed");
  expect(asked.map(({ host }) => host)).toEqual([GOOD_NAME, "redirecting.example"]);
});

describe("a flood of requests that nobody confirms is stopped", () => {
  test("by the client's address", async () => {
    const { site } = await deployedHub();
    const fields = { "CF-Connecting-IP": "93.184.215.15" };
    const statuses = await all(70, (at) => site.post(subscription(`https://unknown${at}.example/`), fields));
    expect([statuses.slice(0, 60).every((status) => status === 202), statuses.at(-1)]).toEqual([true, 429]);
    expect((await site.post(subscription("https://another.example/"), client())).status).toBe(202);
  });

  test("by the callback's host, whoever asks", async () => {
    const { site, asked } = await deployedHub();
    const statuses = await all(70, () => site.post(subscription("https://redirecting.example/"), client()));
    expect(statuses.filter((status) => status === 202)).toHaveLength(60);
    await site.logged("unconfirmed");
    expect(asked.length).toBeLessThanOrEqual(60);
  });

  test("while what is confirmed does not count", async () => {
    const { site } = await deployedHub();
    for (let at = 0; at < 70; at += 1) {
      const answer = await site.post(subscription(`https://${GOOD_NAME}/${at}`));
      expect(answer.status).toBe(202);
      let seen = 0;
      await site.logged("confirmed", () => ++seen > at);
    }
    expect((await site.shards("status")).subscribers).toBe(70);
  });

  test("also of those that only pretend to be the publisher's", async () => {
    const { site } = await deployedHub();
    const forged = {
      "CF-Connecting-IP": "93.184.215.15",
      "Feedwright-Signature": `t=1,sha256=${"0".repeat(64)}`,
    };
    const statuses = await all(70, () => site.post("{}", forged));
    expect([statuses[0], statuses[59], statuses[60]]).toEqual([403, 403, 429]);
    for (let edition = 0; edition < 70; edition += 1) await site.publish(TOPIC, feedOf(edition));
  });

  test("and has touched no Durable Object", async () => {
    const { site } = await deployedHub();
    await all(20, (at) => site.post(subscription(`https://unknown${at}.example/`), client()));
    await site.logged("refused", ({ host }) => host === "unknown19.example");
    expect(await site.topics()).toMatchObject({ topics: [] });
  });
});

let clients = 0;

/** Another client each time. */
function client(): Record<string, string> {
  clients += 1;
  return { "CF-Connecting-IP": `93.184.${Math.floor(clients / 250)}.${clients % 250}` };
}

async function all(count: number, ask: (at: number) => Promise<Response>): Promise<number[]> {
  const statuses: number[] = [];
  for (let at = 0; at < count; at += 1) statuses.push((await ask(at)).status);
  return statuses;
}
