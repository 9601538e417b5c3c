import { describe, expect, test } from "vitest";
import { isPrivateAddress, isPrivateHost } from "../../src/doctor/visit/private-address.ts";

describe("an address", () => {
  test.for([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.255",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:a00:1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b::1",
    "64:ff9b:1::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "fc00::1",
    "fdff::1",
    "fe80::1",
    "fe80::1%eth0",
    "ff02::1",
    "[::1]",
    "quay.example",
    "",
  ])("%s is private, or none", (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  test.for([
    "1.1.1.1",
    "9.255.255.255",
    "11.0.0.1",
    "100.128.0.1",
    "128.0.0.1",
    "172.15.255.255",
    "172.32.0.1",
    "192.167.1.1",
    "223.255.255.255",
    "2001:4860:4860::8888",
    "2606:4700::1111",
    "::ffff:1.1.1.1",
    "::ffff:101:101",
    "64:ff9b::101:101",
    "1:64:ff9b::7f00:1",
    "[2606:4700::1111]",
  ])("%s is public", (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});

describe("the host of a URL", () => {
  const host = (url: string) => isPrivateHost(new URL(url).hostname);

  test.for([
    "http://localhost/",
    "http://LOCALHOST./",
    "http://quay.localhost/",
    "http://127.1/",
    "http://0x7f000001/",
    "http://2130706433/",
    "http://017700000001/",
    "http://[::ffff:127.0.0.1]/",
    "http://[fe80::1]/",
  ])("says that it is private in %s", (url) => {
    expect(host(url)).toBe(true);
  });

  test.for(["http://quay.example/", "http://localhost.example/", "http://notlocalhost/", "http://1.1.1.1/"])(
    "does not in %s",
    (url) => {
      expect(host(url)).toBe(false);
    },
  );
});
