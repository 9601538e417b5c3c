import { isNonGlibcLinuxSync } from "detect-libc";
import { StoreError } from "./store.ts";

/**
 * Miniflare, which starts workerd. Both are optional, since workerd is not built for every system. Throws
 * `StoreError` where it cannot run: started all the same, it would be waited for in vain.
 */
export async function loadMiniflare(): Promise<typeof import("miniflare")> {
  if (isNonGlibcLinuxSync()) throw noRuntime("it is not built for Linux without glibc, such as Alpine");
  try {
    return await import("miniflare");
  } catch (cause) {
    throw noRuntime("it is not installed", cause);
  }
}

function noRuntime(reason: string, cause?: unknown): StoreError {
  return new StoreError(
    `a local store needs workerd, the runtime of Cloudflare Workers, and here ${reason}; ` +
      "bake --remote, bake --dry-run and doctor work without it",
    { cause },
  );
}
