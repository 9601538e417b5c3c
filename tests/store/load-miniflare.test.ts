import { expect, test } from "vitest";
import { loadMiniflare } from "../../src/store/load-miniflare.ts";
import { StoreError } from "../../src/store/store.ts";

test("Miniflare is loaded where workerd runs", () => {
  expect(loadMiniflare()).toMatchObject({ Miniflare: expect.any(Function) });
});

test("where Linux has no glibc it is not waited for in vain: a sentence says what still works", () => {
  const refused = () => loadMiniflare(() => true);
  expect(refused).toThrow(StoreError);
  expect(refused).toThrow(
    "a local store needs workerd, the runtime of Cloudflare Workers, and that runs on no Linux without " +
      "glibc, such as Alpine; bake --remote, bake --dry-run and doctor work without it",
  );
});

test("where it is not installed, that is told, with the cause", () => {
  const cause = new Error("Cannot find module 'miniflare'");
  const loading = () =>
    loadMiniflare(
      () => false,
      () => {
        throw cause;
      },
    );
  expect(loading).toThrow(
    expect.objectContaining({
      name: "StoreError",
      message:
        "a local store needs workerd, the runtime of Cloudflare Workers, and that is not installed here; " +
        "bake --remote, bake --dry-run and doctor work without it",
      cause,
    }),
  );
});
