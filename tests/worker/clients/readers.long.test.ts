import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../content-folder.ts";
import { hasProgram } from "../../programs.ts";
import { BakedSite } from "../baked-site.ts";
import type { Edge } from "../edge.ts";
import { startEdge } from "../edge.ts";
import type { CountingProxy, Traffic } from "./counting-proxy.ts";
import { startCountingProxy } from "./counting-proxy.ts";
import type { Reader } from "./readers.ts";
import { READERS } from "./readers.ts";
import { tenEditions } from "./ten-editions.ts";

let edge: Edge;
let proxy: CountingProxy;
beforeAll(async () => {
  edge = await startEdge();
  proxy = await startCountingProxy(edge.port);
});
afterAll(async () => {
  await proxy.stop();
  await edge.stop();
});

describe.each(READERS.map((reader) => [reader.name, reader] as const))("%s", (_, reader) => {
  test.skipIf(!reader.programs.every(hasProgram)).for(["/rss.xml", "/atom.xml"])(
    "sees every change of ten editions of %s, each once",
    async (path) => {
      const { first, polls, quiet } = await followTenEditions(reader, path);
      expect(first.statuses).toEqual([200]);
      // newsboat sends validators from its third fetch on only.
      const late = polls.slice(1);
      expect(late.map(({ statuses }) => statuses)).toEqual(late.map(() => [reader.statusOfChange]));
      expect(quiet.slice(1).map(({ statuses }) => statuses)).toEqual(quiet.slice(1).map(() => [304]));
      const mean = late.reduce((sum, { bytes }) => sum + bytes, 0) / late.length;
      console.info(
        `${reader.name} ${path}: first ${first.bytes} bytes, a change ${Math.round(mean)}, none ${quiet.at(-1)?.bytes}`,
      );
    },
  );
});

/** Publishes ten editions, polling twice after each; gives what each poll cost. */
async function followTenEditions(
  reader: Reader,
  path: string,
): Promise<{ first: Traffic; polls: readonly Traffic[]; quiet: readonly Traffic[] }> {
  const site = new BakedSite();
  const home = temporaryFolder();
  const polls: Traffic[] = [];
  const quiet: Traffic[] = [];
  for (const { number, now, files, changed } of tenEditions()) {
    const publish = site.bake(files, now);
    await edge.put(publish.put);
    await edge.remove(publish.delete);
    if (number === 1) await reader.subscribe(home, `http://127.0.0.1:${proxy.port}${path}`);
    proxy.take();
    await reader.poll(home);
    polls.push(proxy.take());
    const titles = reader.titles(home);
    const expected = reader.showsChanges ? changed : changed.filter((title) => !title.includes("corrected"));
    for (const title of expected) expect(titles.filter((one) => one === title)).toEqual([title]);
    await reader.poll(home);
    quiet.push(proxy.take());
    expect(reader.titles(home)).toEqual(titles);
  }
  const [first, ...later] = polls;
  if (!first) throw new Error("no edition");
  return { first, polls: later, quiet };
}
