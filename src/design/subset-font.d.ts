// SPDX-License-Identifier: EUPL-1.2
declare module "subset-font" {
  /** The part of the package that the build uses; it ships no types of its own. */
  export default function subsetFont(
    font: Buffer,
    characters: string,
    options: { targetFormat: "woff2" | "sfnt"; variationAxes?: { wght: number | { min: number; max: number } }; noLayoutClosure?: boolean },
  ): Promise<Buffer>;
}
