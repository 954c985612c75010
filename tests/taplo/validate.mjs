// SPDX-License-Identifier: MIT
// What taplo says of TOML files: node validate.mjs MODULES, where @taplo/lib is in the folder MODULES.
// Reads JSON, [[SCHEMA, [FILE, ...]], ...], and prints for each schema and each file a list of messages.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const modules = process.argv[2];
const { Taplo } = createRequire(path.join(modules, "/"))("@taplo/lib");

// It reads the schema as an editor does, and nothing else.
const nothing = async () => new Uint8Array();
const taplo = await Taplo.initialize({
  now: () => new Date(),
  envVar: () => "",
  envVars: () => [],
  stdErrAtty: () => false,
  stdin: nothing,
  stdout: async (bytes) => bytes.length,
  stderr: async (bytes) => bytes.length,
  glob: () => [],
  readFile: async (file) => readFileSync(file),
  writeFile: async () => {},
  urlToFilePath: (url) => fileURLToPath(url),
  isAbsolute: (file) => path.isAbsolute(file),
  cwd: () => process.cwd(),
  findConfigFile: async () => undefined,
});

const answers = [];
for (const [schema, files] of JSON.parse(readFileSync(0, "utf8"))) {
  const config = { schema: { enabled: true, url: pathToFileURL(path.resolve(schema)).href } };
  const said = [];
  for (const file of files) {
    const { errors } = await taplo.lint(readFileSync(file, "utf8"), { config });
    said.push(errors.map(({ error }) => error));
  }
  answers.push(said);
}
console.log(JSON.stringify(answers));
