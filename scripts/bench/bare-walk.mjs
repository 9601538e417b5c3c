import { readdirSync, statSync } from "node:fs";

// Looks at every file below a folder, and does nothing else: what a bake is measured by.
const folders = process.argv.slice(2);
for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
  for (const name of readdirSync(folder)) {
    const place = `${folder}/${name}`;
    if (statSync(place).isDirectory()) folders.push(place);
  }
}
