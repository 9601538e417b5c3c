import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { hasProgram, programPath } from "../programs.ts";

/** Debian's Chromium: the one that never has a window takes half of the processor's time. */
const PROGRAMS = ["chromium-headless-shell", "chromium"] as const;
const PROGRAM = PROGRAMS.find((name) => programPath(name) !== null) ?? PROGRAMS[0];

/** Whether it can be run here. */
export const HAS_CHROMIUM = hasProgram(PROGRAM);

/** Chromium without a window, and without a word to its makers. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the Chromium of the machine. */
export async function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS });
}

/** Where the Chromium of the machine lies. */
export function chromiumPath(): string {
  const path = programPath(PROGRAM);
  if (path === null) throw new Error(`${PROGRAM} is not installed`);
  return path;
}

/** A page that was visited, with all that the browser complained of. */
export interface Visit {
  readonly page: Page;
  readonly complaints: string[];
}

/** Opens an address in a tab of its own. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("requestfailed", (request) => {
    const { errorText = "" } = request.failure() ?? {};
    // Leaving a page breaks off what it still loads.
    if (!errorText.includes("ERR_ABORTED")) complaints.push(`${errorText}: ${request.url()}`);
  });
  await page.goto(url);
  return { page, complaints };
}
