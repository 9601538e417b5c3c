import { createRequire } from "node:module";
import { isNonGlibcLinuxSync } from "detect-libc";
import { StoreError } from "./store.ts";

type Miniflare = typeof import("miniflare");

const require = createRequire(import.meta.url);

/**
 * Miniflare, which starts workerd. Both are optional, since workerd is not built for every system. Throws
 * `StoreError` where it cannot run: started all the same, it would be waited for in vain.
 */
export function loadMiniflare(
  lacksGlibc: () => boolean = isNonGlibcLinuxSync,
  // Imported, its six megabytes are parsed once more, to find out that they are no ES module.
  load: () => Miniflare = () => require("miniflare"),
): Miniflare {
  if (lacksGlibc()) throw noRuntime("that runs on no Linux without glibc, such as Alpine");
  try {
    return load();
  } catch (cause) {
    throw noRuntime("that is not installed here", cause);
  }
}

function noRuntime(reason: string, cause?: unknown): StoreError {
  return new StoreError(
    `a local store needs workerd, the runtime of Cloudflare Workers, and ${reason}; ` +
      "bake --remote, bake --dry-run and doctor work without it",
    { cause },
  );
}
