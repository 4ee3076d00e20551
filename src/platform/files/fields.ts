// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import type { Tx } from "#platform/db/connect.ts";
import { optionalText, tick } from "#platform/forms/fields.ts";
import { invalid, type FieldErrors } from "#platform/operations/refusal.ts";
import { addPictures, knownFiles } from "./store.ts";

/** The id of a kept picture, or none. */
const file = () =>
  z
    .string()
    .max(40)
    .optional()
    .transform((value) => value || undefined)
    .pipe(z.uuid().optional());
const alt = () => optionalText({ max: 200 });

/** What a form or call asks for where a thing may show up to three pictures: each with words for who cannot see it, and one promise for all. */
export const pictureFields = {
  picture1: file(),
  alt1: alt(),
  picture2: file(),
  alt2: alt(),
  picture3: file(),
  alt3: alt(),
  picturesOk: tick(),
};

/** The fields in which a form takes the files themselves (`files` of its route). */
export const fileFields = ["picture1", "picture2", "picture3"] as const;

export type PictureInput = z.output<z.ZodObject<typeof pictureFields>>;
type Chosen = { field: (typeof fileFields)[number]; file: string; alt: string };

/** The pictures that were chosen. Refuses one without words, with the name of a file for words, or without the promise. */
export function picturesIn(input: PictureInput): Chosen[] {
  const faults: FieldErrors = {};
  const chosen = fileFields.flatMap((field, index): Chosen[] => {
    const id = input[field];
    const words = [input.alt1, input.alt2, input.alt3][index] ?? "";
    if (id === undefined) return [];
    if (words.length < 3) faults[`alt${index + 1}`] = "alt-missing";
    else if (isFileName(words)) faults[`alt${index + 1}`] = "alt-file-name";
    return [{ field, file: id, alt: words }];
  });
  if (chosen.length > 0 && !input.picturesOk) faults["picturesOk"] = "picture-consent";
  if (Object.keys(faults).length > 0) throw invalid(faults);
  return chosen;
}

/** "IMG_2041.jpg", "Skærmbillede 3": what a telephone calls a picture says nothing of what is in it. */
export const isFileName = (words: string): boolean =>
  /\.(jpe?g|png|webp|heic|gif|tiff?|bmp)$/i.test(words.trim()) ||
  /^(img|dsc|dscn?|pxl|dcim|image|photo|picture|billede|foto|screenshot|skærmbillede|unavngivet|untitled)?[\s_()-]*[\d_\s()-]*$/i.test(
    words.trim(),
  );

/** Lets a thing show them, in the transaction that makes or changes it. Three is all there is room for. */
export async function showPictures(tx: Tx, thing: string, chosen: Chosen[], now: Date): Promise<void> {
  const known = await knownFiles(
    tx,
    chosen.map(({ file: id }) => id),
  );
  const gone = chosen.filter(({ file: id }) => !known.has(id));
  if (gone.length > 0) throw invalid(Object.fromEntries(gone.map(({ field }) => [field, "picture-gone"])));
  const left = await addPictures(tx, thing, chosen, now);
  if (left > 0) throw invalid(Object.fromEntries(chosen.slice(-left).map(({ field }) => [field, "pictures-full"])));
}
