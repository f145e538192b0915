// The licences of what the bundle redistributes, to be served beside it.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Tools of the build: nothing of theirs is sent to a browser. */
const TOOL = /(^|node_modules\/)(esbuild|@esbuild\/.*|@types\/.*|typescript|@typescript\/.*)$/;

export async function licences(folder) {
  const lock = JSON.parse(await readFile(join(folder, "package-lock.json"), "utf8"));
  const paths = Object.keys(lock.packages).filter((path) => path !== "" && !TOOL.test(path));
  const texts = await Promise.all(
    paths.sort().map(async (path) => {
      const { name, version, license } = JSON.parse(await readFile(join(folder, path, "package.json"), "utf8"));
      const files = (await readdir(join(folder, path))).filter((each) => /^licen[cs]e/i.test(each));
      const notices = await Promise.all(files.sort().map((file) => readFile(join(folder, path, file), "utf8")));
      return `${name} ${version} (${license})\n\n${notices.map((text) => text.trim()).join("\n\n")}\n`;
    }),
  );
  return texts.join(`\n${"-".repeat(72)}\n\n`);
}
