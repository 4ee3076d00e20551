// SPDX-License-Identifier: EUPL-1.2
import type { Content } from "../types.ts";
import { Icon } from "./Icon.tsx";
import { Knot } from "./Knot.tsx";

/** Why two may fit: facts with a tick, then what is unknown or does not fit with a question mark. Never a score. */
export const Reasons = ({ facts, unknown }: { facts: readonly Content[]; unknown?: Content }) => (
  <ul class="reasons">
    {facts.map((fact) => (
      <li>
        <Icon name="check" />
        <span>{fact}</span>
      </li>
    ))}
    {unknown !== undefined && (
      <li class="unknown">
        <Icon name="circle-help" />
        <span>{unknown}</span>
      </li>
    )}
  </ul>
);

/** A mutual yes: two cards (`as="div"`) with the knot between them. */
export const Pair = ({ one, other }: { one: Content; other: Content }) => (
  <div class="pair">
    {one}
    <Knot wide />
    {other}
  </div>
);
