#!/usr/bin/env node
"use strict";

// Every Node since 10 can read this file, for the sake of its sentence.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 13)) {
  console.error(
    `Feedwright needs Node 22.13 or newer, and this is Node ${process.versions.node}; https://nodejs.org/ has it.`,
  );
  process.exitCode = 1;
} else {
  import("../dist/feedwright.js").then(({ runProgram }) => runProgram(process.argv.slice(2), null));
}
