// `npm pack` runs this first; it would pack the repository as it is.
process.stderr.write("The package is built first; to build and pack it, run: npm run package\n");
process.exitCode = 1;
