import { join } from "node:path";
import lighthouse from "lighthouse";
import { chromium } from "playwright-core";
import sharp from "sharp";
import { describe, expect, onTestFinished, test } from "vitest";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { freePort, runScript, serveSite } from "../served-site.ts";
import { CHROMIUM_FLAGS, chromiumPath, HAS_CHROMIUM } from "./chromium.ts";

/** A photograph of 4,000 pixels, with as much in it as a real one. */
async function photograph(seed: number): Promise<Buffer> {
  const noise = { type: "gaussian" as const, mean: 128, sigma: 50 };
  const small = sharp({ create: { width: 800, height: 600, channels: 3, background: "#888", noise } });
  const soft = await small
    .blur(1 + seed)
    .png()
    .toBuffer();
  return sharp(soft).resize(4000, 3000).jpeg({ quality: 90 }).toBuffer();
}

const DEVICES = {
  phone: {
    formFactor: "mobile",
    screenEmulation: { mobile: true, width: 412, height: 823, deviceScaleFactor: 1.75, disabled: false },
  },
  desktop: {
    formFactor: "desktop",
    screenEmulation: { mobile: false, width: 1350, height: 940, deviceScaleFactor: 1, disabled: false },
  },
} as const;

describe.skipIf(!HAS_CHROMIUM)("pictures of 4,000 pixels in Chromium", () => {
  async function served() {
    const article = (name: string) =>
      `---\ntitle: ${name}\ndate: 2025-05-0${name}\nimage: { src: ${name}.jpg, alt: A ${name} }\n---\n![Below](below.jpg)\n\n${"Words. ".repeat(500)}\n\n![Below](below.jpg)\n`;
    const content = contentFolder({
      "site.toml": SITE_TOML.replace("https://quay.example", "http://127.0.0.1:1"),
      "1.md": article("1"),
      "2.md": article("2"),
      "1.jpg": await photograph(1),
      "2.jpg": await photograph(2),
      "below.jpg": await photograph(3),
    });
    const port = await freePort();
    const state = join(temporaryFolder(), "state");
    const url = `http://127.0.0.1:${port}`;
    const bake = await runScript("bake", "--content", content, "--persist-to", state, "--url", url);
    expect(bake.exitCode, bake.stderr).toBe(0);
    const site = await serveSite(state, port);
    onTestFinished(() => site.stop());
    return site;
  }

  test.for(["phone", "desktop"] as const)("Lighthouse names none as too large on a %s", async (device) => {
    const site = await served();
    for (const path of ["/", "/articles/1"]) {
      const port = await freePort();
      const browser = await chromium.launch({
        executablePath: chromiumPath(),
        args: [...CHROMIUM_FLAGS, `--remote-debugging-port=${port}`],
      });
      const config = {
        extends: "lighthouse:default",
        settings: { ...DEVICES[device], onlyAudits: ["image-delivery-insight", "unsized-images"] },
      };
      const result = await lighthouse(site.origin + path, { port, logLevel: "error" }, config);
      await browser.close();
      const { audits = {} } = result?.lhr ?? {};
      expect(audits["unsized-images"]?.score).toBe(1);
      const told = audits["image-delivery-insight"];
      expect([path, told?.score, JSON.stringify(told?.details)]).toEqual([path, 1, expect.anything()]);
    }
  });

  test("a browser takes the size that its screen needs, and those below the fold late", async () => {
    const site = await served();
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] });
    onTestFinished(() => browser.close());
    for (const [width, deviceScaleFactor, chosen] of [
      [412, 1.75, "690x518"],
      [390, 3, "1120x840"],
      [1350, 1, "690x518"],
      [1350, 2, "1600x1200"],
    ] as const) {
      const page = await browser.newPage({ viewport: { width, height: 800 }, deviceScaleFactor });
      await page.goto(`${site.origin}/articles/1`, { waitUntil: "load" });
      const sources = await page.evaluate<string[]>("[...document.images].map((image) => image.currentSrc)");
      expect([width, sources[0]]).toEqual([width, expect.stringContaining(`-${chosen}-1.webp`)]);
      expect(await page.evaluate("document.images[2].loading")).toBe("lazy");
      await page.close();
    }
  });
});
