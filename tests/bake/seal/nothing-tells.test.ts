import { describe, expect, test } from "vitest";
import { MemoryStore } from "../../../src/store/memory-store.ts";
import type { Files } from "../../publish/publish-files.ts";
import { HOUR, NOW, publishFiles } from "../../publish/publish-files.ts";
import { TwoSites } from "./schedule.ts";
import { shownAt } from "./shown-at.ts";

const AT = NOW + HOUR;
const DATE = new Date(AT * 1000).toISOString();
const SETTINGS =
  'title = "The Quay"\nurl = "https://quay.example"\nauthority = "quay.example,2025"\narticle_formats = ["json", "markdown"]\n';
const settings = (more: string) => ({ "site.toml": SETTINGS + more });

const old = (fields: string, text: string): Files => ({
  "old.md": `---\ntitle: Old\ndate: 2020-01-01\n${fields}---\n${text}\n`,
});
const secret = (fields = "", path = "secret.md"): Files => ({
  [path]: `---\ntitle: Secret\ndate: ${DATE}\n${fields}---\nThe gates open.\n`,
});

/** What is published, and what is sealed beside it: before its instant the site is as if that were not there. */
const CASES: Readonly<Record<string, { readonly now: Files; readonly sealed: Files }>> = {
  "a translation of it": {
    now: {
      ...settings('languages = ["en", "fr"]\n'),
      "lock.md": "---\ntitle: Lock\ndate: 2020-01-01\n---\nLock.\n",
    },
    sealed: { "lock.fr.md": `---\ntitle: Écluse\ndate: ${DATE}\n---\nÉcluse.\n` },
  },
  "a tag that nothing else has": {
    now: old("tags: [tide]\n", "Old."),
    sealed: secret("tags: [tide, eel]\n"),
  },
  "a section and an author that nothing else has": {
    now: old("", "Old."),
    sealed: secret("section: world\nauthor: Quill\n"),
  },
  "an article under its slug": { now: old("slug: gates\n", "Old."), sealed: secret("slug: gates\n") },
  "a page that stands by itself": { now: old("", "Old."), sealed: secret("page: true\n") },
  "an unlisted one": { now: old("", "Old."), sealed: secret("unlisted: true\n") },
  "one with an alias": { now: old("", "Old."), sealed: secret("aliases: [/gates, /old-gates]\n") },
  "one with an alias that a redirect has": {
    now: { ...settings('[redirects]\n"/gates" = "/articles/old"\n'), ...old("", "Old.") },
    sealed: secret("aliases: [/gates]\n"),
  },
  "a section that site.toml describes and nothing else has": {
    now: {
      ...settings('[sections.world]\ntitle = "World"\ndescription = "Far away."\n'),
      ...old("", "Old."),
    },
    sealed: secret("section: world\n"),
  },
  "an old feed of its tag": {
    now: { ...settings('[feeds]\n"/category/{tag}/feed/" = "tag.rss"\n'), ...old("", "Old.") },
    sealed: secret("tags: [eel]\n"),
  },
  "articles that it is related to": {
    now: {
      ...settings("feed_items = 2\n"),
      ...old("tags: [tide]\n", "Old."),
      "two.md": "---\ntitle: Two\ntags: [tide]\ndate: 2020-01-02\n---\nTwo.\n",
      "three.md": "---\ntitle: Three\ntags: [tide]\ndate: 2020-01-03\n---\nThree.\n",
    },
    sealed: secret("tags: [tide]\n"),
  },
  "an alias of its address": { now: old("aliases: [/articles/secret]\n", "Old."), sealed: secret() },
  "a redirect of its address": {
    now: { ...settings('[redirects]\n"/articles/secret" = "/articles/old"\n'), ...old("", "Old.") },
    sealed: secret(),
  },
  "a pattern of its address": {
    now: { ...settings('[redirects]\n"/articles/*" = "/articles/old"\n'), ...old("", "Old.") },
    sealed: secret(),
  },
  "one in the language of another": { now: old("", "Old."), sealed: secret("language: de\n") },
  "one of the address of a deleted one": { now: old("", "Old."), sealed: secret("permalink: /quay/\n") },
  "one with a picture": {
    now: { "old.md": "---\ntitle: Old\ndate: 2020-01-01\n---\nOld.\n" },
    sealed: { ...secret("image: gate.png\n"), "gate.png": "gate" },
  },
  "one in the same month as another": {
    now: { "old.md": `---\ntitle: Old\ndate: 2025-07-01\n---\nOld.\n` },
    sealed: secret(),
  },
};

describe("before its instant a site is as if a sealed article were not there, and after it as if it always had been", () => {
  test.for(Object.entries(CASES))("%s", async ([, { now, sealed }]) => {
    const without = new MemoryStore();
    await publishFiles(now, without, NOW);
    const sites = new TwoSites();
    await sites.bake({ ...now, ...sealed }, NOW);
    expect(await shownAt(sites.sealed, AT - 1)).toEqual(await shownAt(without, AT - 1));
    // The head of pages keeps the sections that a bake chose, and a release is none.
    if (/^section:/m.test(sealed["secret.md"] ?? "")) {
      expect((await shownAt(sites.sealed, AT)).get("/sections/world")?.body).toContain("/articles/secret");
      return;
    }
    for (const seconds of [-1, 0, 1]) await sites.compare(AT + seconds);
  });
});

/** What names the address of an article that is sealed. */
const NAMED: Readonly<Record<string, Files>> = {
  "a link": old("", "See [the gates](/articles/secret#open)."),
  "a whole URL": old("", "See [the gates](https://quay.example/articles/secret/)."),
  "a link beside the page": old("", "See [the gates](secret?a=b)."),
  "a link to its alias": { ...old("", "See [the gates](/gates)."), ...secret("aliases: [/gates]\n") },
  "a redirect": { ...settings('[redirects]\n"/gates" = "/articles/secret"\n'), ...old("", "Old.") },
  "a redirect of all below a folder": {
    ...settings('[redirects]\n"/gates/*" = "https://quay.example/articles/secret"\n'),
    ...old("", "Old."),
  },
  "a link to a redirect to a redirect": {
    ...settings('[redirects]\n"/gates" = "/lock/gates"\n"/lock/gates" = "/articles/secret"\n'),
    ...old("", "See [the gates](/gates)."),
  },
  "a link in the head of every page": {
    ...settings('[[navigation]]\ntitle = "The gates"\nhref = "/articles/secret"\n'),
    ...old("", "Old."),
  },
};

describe("nothing leads to where a sealed article will stand, and all does from its instant on", () => {
  test.for(Object.entries(NAMED))("%s", async ([, files]) => {
    const sites = new TwoSites();
    const { site } = await publishFiles({ ...secret(), ...files }, sites.sealed, NOW);
    expect(site.problems.filter(({ severity }) => severity !== "notice")).toEqual([]);
    const leading = async (at: number) =>
      [...(await shownAt(sites.sealed, at))]
        .filter(([key]) => /^(?:\/articles\/old$|\/gates|redirects)/.test(key))
        .filter(
          ([
            ,
            {
              body,
              metadata: { location },
            },
          ]) => location === "/articles/secret" || LEADS.test(body),
        );
    expect(await leading(AT - 1)).toEqual([]);
    expect(await leading(AT)).not.toEqual([]);
  });
});

/** A link of that text, or a row of packed redirects. */
const LEADS =
  /<a [^>]*href="[^"]*(?:secret|gates)[^"]*"[^>]*>the gates|<link rel="canonical" href="[^"]*secret|^[^<]*\/gates.*\/articles\/secret/im;
