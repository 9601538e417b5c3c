#!/usr/bin/env node
"use strict";

// Every Node since 10 can read this file, for the sake of its sentence.
if (Number.parseInt(process.versions.node, 10) < 22) {
  console.error(`Feedwright needs Node 22 or newer; this is Node ${process.versions.node}.`);
  process.exitCode = 1;
} else {
  import("../dist/feedwright.js").then(({ runProgram }) => runProgram(process.argv.slice(2), null));
}
