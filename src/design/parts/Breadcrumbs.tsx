// SPDX-License-Identifier: EUPL-1.2
import type { Link } from "../types.ts";

/** The way back, without the page itself. `label` is the landmark's name ("Du er her"). */
export const Breadcrumbs = ({ label, links }: { label: string; links: readonly Link[] }) => (
  <nav class="crumbs" aria-label={label}>
    <ol class="plain">
      {links.map((link) => (
        <li>
          <a href={link.href}>{link.text}</a>
        </li>
      ))}
    </ol>
  </nav>
);
