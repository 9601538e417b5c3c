import { describe, expect, test } from "vitest";
import { ownPlaces } from "../../src/bake/redirects/own-place.ts";

const at = (url: string) => ownPlaces({ url, hosts: new Set(["old.example"]) });

describe("a target as the site sees it", () => {
  test.for([
    { to: "/a//b?c#d", is: "/a//b?c#d" },
    { to: "https://quay.example/a?b#c", is: "/a?b#c" },
    { to: "http://quay.example/a", is: "/a" },
    { to: "https://quay.example./a", is: "/a" },
    { to: "https://quay.example//a///b/", is: "/a/b/" },
    { to: "https://old.example/a/", is: "/a/" },
    { to: "https://old.example:8443/a", is: "https://old.example:8443/a" },
    { to: "https://quay.example:8443/a", is: "https://quay.example:8443/a" },
    { to: "https://else.example/a", is: "https://else.example/a" },
    { to: "https:///", is: "https:///" },
    { to: "no URL/", is: "no URL/" },
  ])("$to is $is", ({ to, is }) => expect(at("https://quay.example")(to)).toBe(is));

  test.for([
    { to: "https://quay.example:8443/a", is: "/a" },
    { to: "https://quay.example/a", is: "/a" },
    { to: "https://quay.example:9443/a", is: "https://quay.example:9443/a" },
  ])("of a site with a port: $to is $is", ({ to, is }) => {
    expect(at("https://quay.example:8443")(to)).toBe(is);
  });
});
