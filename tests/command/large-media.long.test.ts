import { randomBytes } from "node:crypto";
import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { describe, expect, onTestFinished, test } from "vitest";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { CHROMIUM_FLAGS, chromiumPath, HAS_CHROMIUM } from "../pages/chromium.ts";
import { freePort, runScript, serveSite } from "../served-site.ts";

/** Publishes an episode and serves it. */
async function served(file: string, write: (place: string) => void) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const text = `---\ntitle: Tea\ndate: 2025-05-01\nenclosure: ${file}\n---\nAn hour of tea.\n`;
  const content = contentFolder({ "site.toml": SITE_TOML, "tea.md": text });
  write(join(content, file));
  const state = join(temporaryFolder(), "state");
  const bake = await runScript("bake", "--content", content, "--persist-to", state, "--url", url);
  expect(bake.exitCode, bake.stderr).toBe(0);
  const site = await serveSite(state, port);
  onTestFinished(() => site.stop());
  const feed = await (await fetch(`${site.origin}/rss.xml`)).text();
  const [, address = ""] = /<enclosure url="([^"]+)"/.exec(feed) ?? [];
  return { site, address, place: join(content, file) };
}

test("500 MB of sound: 200 ranges anywhere in it, byte for byte", async () => {
  const chunk = 10_000_000;
  const { address, place } = await served("tea.mp3", (file) => {
    const open = openSync(file, "w");
    writeSync(open, Buffer.from("ID3\u0003\0\0\0\0\0\0", "latin1"));
    for (let at = 0; at < 50; at += 1) writeSync(open, randomBytes(chunk));
    closeSync(open);
  });
  const file = openSync(place, "r");
  onTestFinished(() => closeSync(file));
  const size = 50 * chunk + 10;
  const positions = randomBytes(200 * 6);
  for (let at = 0; at < 200; at += 1) {
    const first = positions.readUIntBE(at * 6, 4) % size;
    const last = Math.min(size - 1, first + positions.readUInt16BE(at * 6 + 4) * 5);
    const answer = await fetch(address, { headers: { Range: `bytes=${first}-${last}` } });
    const expected = Buffer.alloc(last - first + 1);
    readSync(file, expected, 0, expected.byteLength, first);
    expect([answer.status, answer.headers.get("Content-Range")]).toEqual([
      206,
      `bytes ${first}-${last}/${size}`,
    ]);
    expect(Buffer.from(await answer.arrayBuffer()).equals(expected)).toBe(true);
  }
});

describe.skipIf(!HAS_CHROMIUM)("the player of a browser", () => {
  /** Sound of a hum, as PCM: 48 kHz, 16 bits, one channel. */
  function writeSound(place: string, seconds: number): void {
    const bytes = seconds * 96_000;
    const header = Buffer.alloc(44);
    header.write("RIFF", 0, "latin1");
    header.writeUInt32LE(36 + bytes, 4);
    header.write("WAVEfmt ", 8, "latin1");
    header.writeUInt32LE(16, 16);
    header.writeUInt16LE(1, 20);
    header.writeUInt16LE(1, 22);
    header.writeUInt32LE(48_000, 24);
    header.writeUInt32LE(96_000, 28);
    header.writeUInt16LE(2, 32);
    header.writeUInt16LE(16, 34);
    header.write("data", 36, "latin1");
    header.writeUInt32LE(bytes, 40);
    const second = Buffer.alloc(96_000);
    for (let at = 0; at < 48_000; at += 1) second.writeInt16LE(Math.round(9000 * Math.sin(at / 20)), at * 2);
    const open = openSync(place, "w");
    writeSync(open, header);
    for (let at = 0; at < seconds; at += 1) writeSync(open, second);
    closeSync(open);
  }

  test("plays and seeks in a file that lies in the bucket", async () => {
    // Ten minutes are 58 MB.
    const { site } = await served("tea.wav", (file) => writeSound(file, 600));
    const args = [...CHROMIUM_FLAGS, "--autoplay-policy=no-user-gesture-required"];
    const browser = await chromium.launch({ executablePath: chromiumPath(), args });
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.goto(`${site.origin}/articles/tea`);
    const heard = await page.evaluate<{ duration: number; at: number; error: number | null }>(`(async () => {
      const audio = document.querySelector("audio");
      const once = (name) => new Promise((done) => audio.addEventListener(name, done, { once: true }));
      audio.muted = true;
      const playing = once("timeupdate");
      await audio.play();
      await playing;
      const seeked = once("seeked");
      audio.currentTime = 570;
      await seeked;
      await once("timeupdate");
      return { duration: audio.duration, at: audio.currentTime, error: audio.error?.code ?? null };
    })()`);
    expect(heard).toMatchObject({ duration: 600, error: null });
    expect(heard.at).toBeGreaterThanOrEqual(570);
  });
});
