// SPDX-License-Identifier: EUPL-1.2
import type { Kind as KindOf, MetaItem } from "../types.ts";
import { Icon } from "./Icon.tsx";

/** A line of small facts, each with its sign. */
export const Meta = ({ items }: { items: readonly MetaItem[] }) => (
  <p class="meta">
    {items.map(({ icon, text }) => (
      <span>
        <Icon name={icon} />
        <span>{text}</span>
      </span>
    ))}
  </p>
);

/** The kind of a thing, above its title. */
export const Kind = ({ icon, text }: KindOf) => (
  <p class="kind">
    <Icon name={icon} />
    <span>{text}</span>
  </p>
);
