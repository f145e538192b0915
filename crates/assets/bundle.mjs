// Bundles what a browser receives besides pages. Run by build.rs:
//   node bundle.mjs SOURCE_FOLDER OUTPUT_FOLDER
// Writes the bundled files under hashed names, a gzip beside each text file, and
// `manifest.tsv`: name, hashed file, `gzip` or `plain`, one asset a line.
import { readFile, readdir, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { createHash } from "node:crypto";
import { build } from "esbuild";
import { licences } from "./licences.mjs";

const [source, output] = process.argv.slice(2);
const packages = join(import.meta.dirname, "node_modules");

// MapLibre starts its worker from a URL: the file is copied as it is and the import gives its address. It is
// named from the packages on: names of files are made of paths too, and must not tell whose machine it was.
const workerAddress = {
  name: "worker-address",
  setup(bundler) {
    bundler.onResolve({ filter: /^worker:/ }, ({ path }) => ({
      path: path.slice("worker:".length),
      namespace: "worker",
    }));
    bundler.onLoad({ filter: /.*/, namespace: "worker" }, async ({ path }) => {
      const text = await readFile(join(packages, path), "utf8");
      return { contents: text.replace(/\n\/\/# sourceMappingURL=.*/, ""), loader: "file" };
    });
  },
};

const naming = {
  absWorkingDir: source,
  outdir: output,
  publicPath: "/assets/",
  entryNames: "[name].[hash]",
  chunkNames: "[name].[hash]",
  assetNames: "[name].[hash]",
  logLevel: "error",
};

await build({
  ...naming,
  entryPoints: ["css/app.css", "ts/app.ts"],
  nodePaths: [packages],
  plugins: [workerAddress],
  bundle: true,
  splitting: true,
  format: "esm",
  minify: true,
  target: ["es2022", "chrome111", "firefox114", "safari16.4"],
  charset: "utf8",
  legalComments: "inline",
  loader: { ".woff2": "file", ".svg": "file" },
});

await build({ ...naming, entryPoints: ["favicon.svg"], loader: { ".svg": "copy" } });

const notices = await licences(import.meta.dirname);
const digest = createHash("sha256").update(notices).digest("hex").slice(0, 8).toUpperCase();
await writeFile(join(output, `licences.${digest}.txt`), notices);

const text = new Set([".css", ".js", ".mjs", ".svg", ".txt"]);
const lines = [];
for (const file of (await readdir(output)).sort()) {
  const bytes = await readFile(join(output, file));
  const compressed = gzipSync(bytes, { level: 9 });
  const gzip = text.has(extname(file)) && compressed.length < bytes.length;
  if (gzip) {
    await writeFile(join(output, `${file}.gz`), compressed);
  }
  const name = file.replace(/\.[A-Z0-9]{8}(?=\.[^.]+$)/, "");
  lines.push(`${name}\t${file}\t${gzip ? "gzip" : "plain"}`);
}
await writeFile(join(output, "manifest.tsv"), `${lines.join("\n")}\n`);
