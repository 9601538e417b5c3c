import { spawn } from "node:child_process";
import { hash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { hasProgram } from "../programs.ts";
import { freePort, runScript, serveSite } from "../served-site.ts";
import { runProgram } from "../worker/clients/run-program.ts";

/** More than a value of KV holds, so that it lies in the bucket. */
const SOUND = Buffer.concat([Buffer.from("ID3\u0003\0\0\0\0\0\0", "latin1"), randomBytes(31_000_000)]);

/** Debian's own Python: another one may not have the modules. */
const PYTHON = "/usr/bin/python3";

async function servedEpisode() {
  const port = await freePort();
  const content = contentFolder({
    "site.toml": SITE_TOML,
    "tea.md": "---\ntitle: Tea\ndate: 2025-05-01\nenclosure: tea.mp3\n---\nAn hour of tea.\n",
    "tea.mp3": SOUND,
  });
  const state = join(temporaryFolder(), "state");
  const url = `http://127.0.0.1:${port}`;
  const bake = await runScript("bake", "--content", content, "--persist-to", state, "--url", url);
  expect(bake.exitCode, bake.stderr).toBe(0);
  expect(bake.stdout).toContain("R2: 1 file of 31 MB to write");
  const site = await serveSite(state, port);
  onTestFinished(() => site.stop());
  return site;
}

test.skipIf(!["newsboat", "podboat", "script"].every(hasProgram))(
  "podboat downloads an episode from the bucket whole, as newsboat enqueued it",
  async () => {
    const { origin } = await servedEpisode();
    const home = temporaryFolder();
    const downloads = join(home, "downloads");
    mkdirSync(downloads);
    const file = (name: string) => join(home, name);
    writeFileSync(file("urls"), `${origin}/rss.xml\n`);
    writeFileSync(file("config"), `podcast-auto-enqueue yes\ndownload-path "${downloads}/"\n`);
    const args = ["-u", file("urls"), "-c", file("cache.db"), "-C", file("config"), "-x", "reload"];
    await runProgram("newsboat", args, { home });
    const queue = readFileSync(join(home, ".newsboat", "queue"), "utf8");
    const [, place = ""] = /^http:\/\/\S+\.mp3 "([^"]+)"\n$/.exec(queue) ?? [];
    expect(place, queue).not.toBe("");
    // It draws on a terminal, and stays open when it has done its work.
    const podboat = spawn("script", ["-qec", `podboat -a -C ${file("config")}`, "/dev/null"], {
      env: { ...process.env, HOME: home, TERM: "xterm" },
      stdio: "ignore",
      detached: true,
    });
    onTestFinished(() => {
      process.kill(-(podboat.pid ?? 0));
    });
    // Until it is whole, the file has another name.
    await vi.waitFor(() => expect(existsSync(place)).toBe(true), { timeout: 60_000, interval: 100 });
    const downloaded = readFileSync(place);
    expect([downloaded.byteLength, hash("sha256", downloaded)]).toEqual([
      SOUND.byteLength,
      hash("sha256", SOUND),
    ]);
  },
);

const LENGTHS = `
import feedparser, json, sys
feeds = [feedparser.parse(url) for url in sys.argv[1:]]
print(json.dumps([[dict(one) for one in feed.entries[0].enclosures] for feed in feeds]))
`;

test.skipIf(!hasProgram("r2e"))("feedparser reads length and type of an episode in the bucket", async () => {
  const { origin } = await servedEpisode();
  const urls = [`${origin}/rss.xml`, `${origin}/atom.xml`];
  const seen: unknown = JSON.parse(await runProgram(PYTHON, ["-", ...urls], { input: LENGTHS }));
  const enclosure = {
    href: expect.stringMatching(/\/media\/[0-9a-f]{20}\.mp3$/),
    length: String(SOUND.byteLength),
    type: "audio/mpeg",
  };
  expect(seen).toEqual([[expect.objectContaining(enclosure)], [expect.objectContaining(enclosure)]]);
});
