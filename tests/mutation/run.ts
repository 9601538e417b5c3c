import { argv, exit } from "node:process";
import { mutate } from "./mutate.ts";

exit(await mutate(argv.slice(2)));
