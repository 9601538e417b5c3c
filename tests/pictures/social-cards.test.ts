import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { cardFont } from "../../src/pictures/cards/card-font.ts";
import { drawCard } from "../../src/pictures/cards/draw-card.ts";
import type { CardWork } from "../../src/pictures/cards/social-cards.ts";
import { socialCards } from "../../src/pictures/cards/social-cards.ts";
import { temporaryFolder } from "../content-folder.ts";

const DRESS = { siteTitle: "The Quay", paper: "#fdfbf7", ink: "#1d1b18", accent: "#8a2c12" };

describe("the drawing of a headline", () => {
  test("is outlines alone, whatever the headline, so that no machine's fonts change it", () => {
    const words = fc.string({ unit: fc.constantFrom(..."abgŠλжĐ“”’—0& "), maxLength: 400 });
    fc.assert(
      fc.property(words, (headline) => {
        const svg = drawCard(headline, DRESS, cardFont()) ?? "";
        expect(svg).toMatch(/^<svg [^>]*>(?:<path fill="#[0-9a-f]{6}" d="[MLQCZHVmlhvz\d. -]*"\/>)+<\/svg>$/);
      }),
    );
  });

  test("stays on the card: however long, its letters keep to the margins", () => {
    for (const headline of ["word ".repeat(200), "Donaudampfschifffahrt".repeat(20), "M"]) {
      const [, , , letters = ""] = drawCard(headline, DRESS, cardFont())?.split('d="') ?? [];
      const numbers = [...letters.matchAll(/-?\d+\.\d/g)].map(Number);
      const across = numbers.filter((_, at) => at % 2 === 0);
      expect(Math.min(...across)).toBeGreaterThan(60);
      expect(Math.max(...across)).toBeLessThan(1140);
      expect(Math.max(...numbers.filter((_, at) => at % 2 === 1))).toBeLessThan(540);
    }
  });

  test.for(["أمسية حكايات", "港の灯", "Fish 🐟"])("is none where the font lacks a sign: %s", (headline) => {
    expect(drawCard(headline, DRESS, cardFont())).toBeNull();
  });
});

describe("the card of a headline", () => {
  const wish = { title: "Locks", headline: "Locks", needsBytes: false };
  const workIn = (folder: string): CardWork => ({
    dress: DRESS,
    published: new Map(),
    folders: { read: [folder], write: folder },
    progress: () => undefined,
  });

  test("is a PNG of 1,200 by 630 pixels in the site's colours, made once", async () => {
    const card = (await socialCards([wish], workIn(temporaryFolder()))).get("Locks");
    expect(card).toMatchObject({ width: 1200, height: 630, type: "image/png" });
    expect(card?.address).toMatch(/^\/media\/[0-9a-f]{20}-1200x630-1h\.png$/);
    const image = sharp(card?.made?.read());
    expect(await image.metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
    const { data } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect([...data.subarray(0, 3)]).toEqual([0x8a, 0x2c, 0x12]);
    expect([...data.subarray(-3)]).toEqual([0xfd, 0xfb, 0xf7]);
    expect(card?.sizeBytes).toBeLessThan(30_000);
  });

  test("that the store has is not made again, on whatever machine", async () => {
    const { address = "", sizeBytes = 0 } =
      (await socialCards([wish], workIn(temporaryFolder()))).get("Locks") ?? {};
    const there = await socialCards([wish], {
      ...workIn(temporaryFolder()),
      published: new Map([[address, { digest: "x", sizeBytes }]]),
      progress: () => expect.unreachable(),
    });
    expect(there.get("Locks")).toMatchObject({ address, sizeBytes, made: null });
  });

  test("has another address with another headline, name or colour", async () => {
    const addressOf = async (headline: string, dress: Partial<typeof DRESS>) =>
      [
        ...(
          await socialCards([{ ...wish, headline }], {
            ...workIn(temporaryFolder()),
            dress: { ...DRESS, ...dress },
          })
        ).values(),
      ][0]?.address;
    const all = await Promise.all([
      addressOf("Locks", {}),
      addressOf("Tides", {}),
      addressOf("Locks", { accent: "#123456" }),
      addressOf("Locks", { siteTitle: "The Mole" }),
    ]);
    expect(new Set(all).size).toBe(4);
  });
});
