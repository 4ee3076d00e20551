// SPDX-License-Identifier: EUPL-1.2

/** What a build made. `files` maps a plain name to its address: `medborger.css` → `/assets/medborger-3f9c….css`. */
export type AssetManifest = { readonly source: string; readonly files: Readonly<Record<string, string>> };

let files: Readonly<Record<string, string>> | undefined;

/** Called once at start with what `buildAssets` gave; after that `asset` knows every address. */
export function useAssets(manifest: AssetManifest): void {
  files = manifest.files;
}

/**
 * The address of a built file. In: its plain name. Out: the address with the hash of its content, so that a browser may keep it for ever.
 * Before `useAssets` (a test that renders one page) it is the plain address. A name that was not built is a mistake in our code.
 */
export function asset(name: string): string {
  if (files === undefined) return `/assets/${name}`;
  const address = files[name];
  if (address === undefined) throw new Error(`The asset "${name}" was not built; known are ${Object.keys(files).join(", ")}`);
  return address;
}
