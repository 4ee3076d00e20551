// SPDX-License-Identifier: EUPL-1.2
import type { Content } from "../types.ts";

export type Photo = {
  large: { href: string; width: number };
  small: { href: string; width: number; height: number };
  alt: string;
  caption?: Content;
};

/** Citizens' own pictures, 3:2. Each leads to itself, whole. They come after the page, and their room is kept for them. */
export const PhotoGrid = ({ photos }: { photos: readonly Photo[] }) => (
  <ul class="photos">
    {photos.map(({ large, small, alt, caption }) => (
      <li>
        <figure class="photo">
          <a href={large.href}>
            <img
              src={small.href}
              srcset={`${small.href} ${small.width}w, ${large.href} ${large.width}w`}
              sizes={photos.length === 1 ? "(min-width: 60rem) 44rem, 100vw" : "(min-width: 60rem) 22rem, 100vw"}
              width={small.width}
              height={small.height}
              alt={alt}
              loading="lazy"
              decoding="async"
            />
          </a>
          {caption !== undefined && <figcaption>{caption}</figcaption>}
        </figure>
      </li>
    ))}
  </ul>
);
