import { expect, onTestFinished, test } from "vitest";
import { keepingSignals, STOP_SIGNALS } from "../../../src/command/serve/own-signals.ts";

const listenersNow = () => STOP_SIGNALS.map((signal) => process.listenerCount(signal));

test("what is started takes no signal, while it starts and after; who listened before still does", async () => {
  const own = () => undefined;
  process.once("SIGTERM", own);
  onTestFinished(() => {
    process.removeListener("SIGTERM", own);
  });
  const before = listenersNow();
  const started = keepingSignals(async () => {
    for (const signal of STOP_SIGNALS) process.on(signal, () => undefined);
    process.once("SIGINT", () => undefined);
    await Promise.resolve();
    return listenersNow();
  });
  expect(await started).toEqual(before);
  expect(listenersNow()).toEqual(before);
});

test("a listener that is added later stays", async () => {
  await keepingSignals(async () => undefined);
  const later = () => undefined;
  process.on("SIGINT", later);
  onTestFinished(() => {
    process.removeListener("SIGINT", later);
  });
  await Promise.resolve();
  expect(process.listeners("SIGINT")).toContain(later);
});
