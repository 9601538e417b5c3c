import { describe, expect, test } from "vitest";
import { judgeCallback } from "../../src/hub/callback/callback-rules.ts";
import { isPublicAddress } from "../../src/hub/callback/public-address.ts";
import { REFUSED_CALLBACKS } from "./bad-callbacks.ts";

const rules = { ownHosts: ["quay.example"], loopback: false };

describe("a callback of a deployment", () => {
  test.for(REFUSED_CALLBACKS)("%s is refused", (callback) => {
    expect(judgeCallback(callback, rules).kind).toBe("refused");
  });

  test.for([
    "https://reader.example/callback?id=1",
    "http://reader.example:80/",
    "https://reader.example:443/x",
    "http://reader.example:443/x",
    "https://reader.example./x",
    "https://xn--caf-dma.example/",
    "https://127.0.0.1.reader.example/",
    "https://localhost.reader.example/",
  ])("%s may be asked, once its name is looked up", (callback) => {
    expect(judgeCallback(callback, rules).kind).toBe("allowed");
  });
});

describe("a callback of a site that is served on this machine", () => {
  test.for(["http://127.0.0.1:9000/x", "http://localhost:9000/", "http://[::1]:9000/", "http://127.1:9/"])(
    "%s is allowed",
    (callback) => {
      expect(judgeCallback(callback, { ...rules, loopback: true }).kind).toBe("allowed");
    },
  );

  test.for([
    "http://192.168.1.1/",
    "http://10.0.0.1:9000/",
    "http://reader.example:9000/",
    "ftp://127.0.0.1/",
  ])("%s is refused all the same", (callback) => {
    expect(judgeCallback(callback, { ...rules, loopback: true }).kind).toBe("refused");
  });
});

describe("an address that DNS gives", () => {
  test.for(["93.184.215.14", "1.1.1.1", "223.255.255.254", "2606:4700::6810:84e5", "2a00:1450:4001::1"])(
    "%s is public",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  test.for([
    ...[
      "0.0.0.0",
      "10.1.2.3",
      "100.64.0.1",
      "100.127.255.255",
      "127.0.0.1",
      "127.255.255.255",
      "169.254.169.254",
    ],
    ...[
      "172.16.0.1",
      "172.31.255.255",
      "192.0.0.1",
      "192.0.2.1",
      "192.168.0.1",
      "198.18.0.1",
      "198.19.255.255",
    ],
    ...[
      "198.51.100.1",
      "203.0.113.1",
      "224.0.0.1",
      "239.1.1.1",
      "240.0.0.1",
      "255.255.255.255",
      "192.88.99.1",
    ],
    ...[
      "::",
      "::1",
      "::ffff:127.0.0.1",
      "::ffff:8.8.8.8",
      "64:ff9b::7f00:1",
      "fc00::1",
      "fd12::1",
      "fe80::1",
    ],
    ...["fec0::1", "ff02::1", "2001:db8::1", "2001::1", "2002:7f00:1::", "3fff::1", "100::1"],
    ...["", "reader.example", "1.2.3", "1.2.3.256", "1.2.3.4.5", ":::"],
  ])("%s is not", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.for(["100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0", "198.17.255.255", "198.20.0.0"])(
    "%s, beside a network that is not, is",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});
