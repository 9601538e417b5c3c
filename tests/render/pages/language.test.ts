import { describe, expect, test } from "vitest";
import { directionOf } from "../../../src/render/pages/direction.ts";
import { bakeFolder, bodyOf } from "../../bake/baked-folder.ts";
import { contentFolder, SITE_TOML } from "../../content-folder.ts";
import type { ParsedPage } from "./html.ts";
import { parsePage } from "./html.ts";

function pageOf(files: Readonly<Record<string, string>>, address: string): ParsedPage {
  return parsePage(bodyOf(bakeFolder(contentFolder(files)), address));
}

describe("the language of a page", () => {
  const ROWS = [
    {
      lang: "en",
      by: "By",
      date: "June 1, 2025",
      corrected: "Corrected June 2, 2025",
      reading: "Reading time: 1 minute",
    },
    {
      lang: "fr",
      by: "Par",
      date: "1 juin 2025",
      corrected: "Corrigé le 2 juin 2025",
      reading: "Temps de lecture : 1 minute",
    },
    {
      lang: "de",
      by: "Von",
      date: "1. Juni 2025",
      corrected: "Berichtigt am 2. Juni 2025",
      reading: "Lesezeit: 1 Minute",
    },
    {
      lang: "es-MX",
      by: "Por",
      date: "1 de junio de 2025",
      corrected: "Corregido el 2 de junio de 2025",
      reading: "Tiempo de lectura: 1 minuto",
    },
    {
      lang: "it",
      by: "Di",
      date: "1 giugno 2025",
      corrected: "Corretto il 2 giugno 2025",
      reading: "Tempo di lettura: 1 minuto",
    },
    {
      lang: "nl",
      by: "Door",
      date: "1 juni 2025",
      corrected: "Gecorrigeerd op 2 juni 2025",
      reading: "Leestijd: 1 minuut",
    },
    {
      lang: "pt-BR",
      by: "Por",
      date: "1 de junho de 2025",
      corrected: "Corrigido em 2 de junho de 2025",
      reading: "Tempo de leitura: 1 minuto",
    },
    {
      lang: "sv",
      by: "Av",
      date: "1 juni 2025",
      corrected: "Rättad 2 juni 2025",
      reading: "Lästid: 1 minut",
    },
    {
      lang: "pl",
      by: "Autor:",
      date: "1 czerwca 2025",
      corrected: "Sprostowano: 2 czerwca 2025",
      reading: "Czas czytania: 1 minuta",
    },
    {
      lang: "ar",
      by: "بقلم",
      date: "1 يونيو 2025",
      corrected: "صُحّح في 2 يونيو 2025",
      reading: "مدة القراءة: دقيقة",
    },
    {
      lang: "fi",
      by: "By",
      date: "1. kesäkuuta 2025",
      corrected: "Corrected 2. kesäkuuta 2025",
      reading: "Reading time: 1 minuutti",
    },
  ];

  test.for(ROWS)(
    "$lang: the words around an article are its own",
    ({ lang, by, date, corrected, reading }) => {
      const article = `---\nlang: ${lang}\ndate: 2025-06-01\nupdated: 2025-06-02\ncorrection: x\nauthor: M\n---\n# T\n\nText.\n`;
      const parsed = pageOf({ "site.toml": SITE_TOML, "t.md": article }, "/articles/t");
      const paragraphs = parsed.all("p").map(({ text }) => text);
      expect(paragraphs).toContain(`${by} M`);
      expect(paragraphs).toContain(`${date} ${corrected} ${reading}`);
      expect(parsed.all("html")[0]?.attributes).toEqual({ lang, dir: lang === "ar" ? "rtl" : "ltr" });
    },
  );

  test("footnotes have a heading in the article's language", () => {
    const article = "---\nlang: fr\n---\n# T\n\nTexte[^1]\n\n[^1]: Note.\n";
    const parsed = pageOf({ "site.toml": SITE_TOML, "t.md": article }, "/articles/t");
    expect(parsed.all("h2").map(({ text }) => text)).toEqual(["Notes"]);
  });

  test("what is in the site's language says so on a page in another, with its direction", () => {
    const article = "---\nlang: ar\ndate: 2025-06-01\n---\n# T\n\nText.\n";
    const parsed = pageOf({ "site.toml": SITE_TOML, "t.md": article }, "/articles/t");
    const masthead = parsed.all("header").find(({ attributes }) => attributes.class === "masthead");
    expect(masthead?.attributes).toMatchObject({ lang: "en", dir: "ltr" });
  });

  test.for([
    ["ur", "rtl"],
    ["he", "rtl"],
    ["ckb", "rtl"],
    ["az-Arab", "rtl"],
    ["az", "ltr"],
    ["ja", "ltr"],
    ["no tag at all", "ltr"],
  ] as const)("%s is written %s", ([language, direction]) => {
    expect(directionOf(language)).toBe(direction);
  });
});
