// SPDX-License-Identifier: EUPL-1.2
import { PhotoGrid } from "#design/index.ts";
import { platformTexts } from "#platform/forms/say-errors.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { picturePath } from "./paths.ts";
import type { Picture } from "./store.ts";

/** The pictures of a thing. `words`: what stands for those who cannot see them is shown too, to whoever looks at it first. */
export function Photos({
  of: { reference, pictures },
  lang,
  words = false,
}: {
  of: { reference: string; pictures: Picture[] };
  lang: Lang;
  words?: boolean;
}) {
  if (pictures.length === 0) return null;
  const t = platformTexts(lang);
  const at = (place: number, size: string): string => picturePath(lang, { reference, place: String(place), size });
  return (
    <PhotoGrid
      photos={pictures.map(({ place, alt, width, smallWidth, smallHeight }) => ({
        large: { href: at(place, "stor"), width },
        small: { href: at(place, "lille"), width: smallWidth, height: smallHeight },
        alt,
        caption: words ? t("pictures.words", { alt }) : undefined,
      }))}
    />
  );
}
