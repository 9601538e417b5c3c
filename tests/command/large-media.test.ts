import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { serveSite } from "../served-site.ts";
import { runHere } from "./run-here.ts";

const SIZE = 26 * 1024 * 1024;

describe("sound of more than KV takes", () => {
  test("is published without any setting, served in ranges, and taken away last", async () => {
    const sound = Buffer.concat([Buffer.from("ID3\u0003\0\0\0\0\0\0", "latin1"), randomBytes(SIZE)]);
    const text = "---\ntitle: Tea\ndate: 2025-05-01\nenclosure: tea at noon.mp3\n---\nAn hour of tea.\n";
    const content = contentFolder({ "site.toml": SITE_TOML, "tea.md": text, "tea at noon.mp3": sound });
    const state = join(temporaryFolder(), "state");
    const bake = () => runHere("bake", ["--content", content, "--persist-to", state, "--json"]);
    const first = await bake();
    expect(first.exitCode, first.stderr).toBe(0);
    expect(JSON.parse((await bake()).stdout)).toMatchObject({ written: 0 });

    const site = await serveSite(state);
    onTestFinished(() => site.stop());
    const feed = await (await fetch(`${site.origin}/rss.xml`)).text();
    const [, path = ""] =
      /<enclosure url="https:\/\/quay\.example([^"]+)" length="27262986"/.exec(feed) ?? [];
    const ask = (fields: Record<string, string>, method = "GET") =>
      fetch(site.origin + path, { method, headers: fields });

    const head = await ask({}, "HEAD");
    const etag = head.headers.get("ETag") ?? "";
    expect(head.headers.get("Content-Length")).toBe(String(sound.byteLength));
    expect(head.headers.get("Content-Disposition")).toBe('inline; filename="tea at noon.mp3"');
    const whole = await ask({});
    expect(Buffer.from(await whole.arrayBuffer()).equals(sound)).toBe(true);
    for (const [field, status, bytes] of [
      [{ Range: "bytes=20000000-20000099" }, 206, sound.subarray(20_000_000, 20_000_100)],
      [{ Range: "bytes=-7" }, 206, sound.subarray(-7)],
      [{ Range: "bytes=3-9", "If-Range": etag }, 206, sound.subarray(3, 10)],
      [{ Range: "bytes=3-9", "If-Range": '"other"' }, 200, sound],
      [{ "If-None-Match": etag }, 304, Buffer.alloc(0)],
      [{ "If-Match": '"other"' }, 412, null],
      [{ Range: `bytes=${sound.byteLength}-` }, 416, null],
    ] as const) {
      const answer = await ask(field);
      expect(answer.status, JSON.stringify(field)).toBe(status);
      const body = Buffer.from(await answer.arrayBuffer());
      if (bytes !== null) expect(body.equals(bytes), JSON.stringify(field)).toBe(true);
      if (status === 416) expect(answer.headers.get("Content-Range")).toBe(`bytes */${sound.byteLength}`);
    }
  });
});
