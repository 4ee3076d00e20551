// SPDX-License-Identifier: EUPL-1.2
import type { Level, Link } from "../types.ts";
import { Heading } from "../parts/Heading.tsx";

/**
 * First on a page whose form could not be sent: what is missing, each with a link to its field (`#` and the field's id).
 * It is read aloud at once, and can take focus. Pattern: GOV.UK Design System, "Error summary".
 */
export const ErrorSummary = ({
  title,
  errors,
  level = 2,
  id = "errors",
}: {
  title: string;
  errors: readonly Link[];
  level?: Level;
  id?: string;
}) => (
  <div class="error-summary" id={id} tabindex={-1} role="alert" aria-labelledby={`${id}-title`}>
    <Heading level={level} id={`${id}-title`} class="title">
      {title}
    </Heading>
    <ul>
      {errors.map((error) => (
        <li>
          <a href={error.href}>{error.text}</a>
        </li>
      ))}
    </ul>
  </div>
);
