import type { LookupAddress } from "node:dns";
import { isIP } from "node:net";
import { describe, expect, test } from "vitest";
import { openGuard, resolveName } from "../../src/doctor/visit/guarded-lookup.ts";

const PUBLIC = "1.1.1.1";
const PUBLIC_6 = "2606:4700::1111";

/** A guard whose names have the addresses of a list, then those of the next. */
function guardOf(...answers: readonly (readonly string[])[]) {
  const left = [...answers];
  const guard = openGuard(async () =>
    (left.shift() ?? []).map((address) => ({ address, family: isIP(address) })),
  );
  const lookup = (all = true) =>
    new Promise<unknown>((resolve) => {
      guard.lookup("quay.example", { all }, (cause, address, family) =>
        resolve(cause?.message ?? (Array.isArray(address) ? address.map(addressOf) : [address, family])),
      );
    });
  return { ...guard, lookup };
}

const addressOf = ({ address }: LookupAddress) => address;
const refused = (address: string) =>
  `its host is at ${address}, a private address that is not the site's own, so it was not asked for`;

describe("a site on the public internet", () => {
  test("is met at its addresses", async () => {
    expect(await guardOf([PUBLIC, PUBLIC_6]).lookup()).toEqual([PUBLIC, PUBLIC_6]);
  });

  test("is met at the first of them where one is wanted", async () => {
    expect(await guardOf([PUBLIC_6, PUBLIC]).lookup(false)).toEqual([PUBLIC_6, 6]);
  });

  test("is not met at those that are private", async () => {
    const guard = guardOf([PUBLIC, "127.0.0.1"], ["127.0.0.1"]);
    expect(await guard.lookup()).toEqual([PUBLIC]);
    expect(await guard.lookup()).toBe(refused("127.0.0.1"));
  });

  test("is not met again under a private address (DNS rebinding)", async () => {
    const guard = guardOf([PUBLIC], ["127.0.0.1", "::1"]);
    await guard.lookup();
    expect(await guard.lookup()).toBe(refused("127.0.0.1"));
  });

  test.for(["127.0.0.1", "10.0.0.1", "[::1]", "[fd00::1]"])("leads nobody to %s", async (host) => {
    const guard = guardOf([PUBLIC]);
    await guard.lookup();
    expect(() => guard.admitHost(host)).toThrow("a private address that is not the site's own");
  });

  test("may lead to other public addresses", async () => {
    const guard = guardOf([PUBLIC], ["8.8.8.8"]);
    await guard.lookup();
    expect(await guard.lookup()).toEqual(["8.8.8.8"]);
    expect(() => guard.admitHost("9.9.9.9")).not.toThrow();
    expect(() => guard.admitHost("quay.example")).not.toThrow();
  });
});

describe("a site that the user names at a private address", () => {
  test("is met there, by name and by address", async () => {
    const guard = guardOf(["127.0.0.1", "::1"], ["127.0.0.1"]);
    expect(await guard.lookup()).toEqual(["127.0.0.1", "::1"]);
    expect(await guard.lookup()).toEqual(["127.0.0.1"]);
    expect(() => guard.admitHost("[::1]")).not.toThrow();
  });

  test("may lead to names of that address", async () => {
    const guard = guardOf(["::1", "127.0.0.1"]);
    guard.admitHost("127.0.0.1");
    expect(await guard.lookup()).toEqual(["127.0.0.1"]);
  });

  test("leads to no other private address", async () => {
    const guard = guardOf(["10.0.0.2"]);
    guard.admitHost("10.0.0.1");
    expect(await guard.lookup()).toBe(refused("10.0.0.2"));
    expect(() => guard.admitHost("127.0.0.1")).toThrow();
  });

  test("may lead to the public internet", async () => {
    const guard = guardOf([PUBLIC]);
    guard.admitHost("10.0.0.1");
    expect(await guard.lookup()).toEqual([PUBLIC]);
  });
});

describe("a name", () => {
  test("that is unknown is said to be", async () => {
    const guard = openGuard(async () => {
      throw new Error("ENOTFOUND");
    });
    const said = await new Promise((resolve) => {
      guard.lookup("quay.example", { all: true }, (cause) => resolve(cause?.message));
    });
    expect(said).toBe("ENOTFOUND");
  });

  test("without an address gives none", async () => {
    expect(await guardOf([]).lookup()).toEqual([]);
    expect(await guardOf([]).lookup(false)).toEqual(["", undefined]);
  });

  test("is resolved by the machine to all of its addresses", async () => {
    expect((await resolveName("localhost")).map(addressOf).every((one) => isIP(one) > 0)).toBe(true);
  });
});
