// SPDX-License-Identifier: EUPL-1.2
import type { Content } from "../types.ts";

/** Fields that belong together under one question. `large` gives the question the serif, where it is the page's own. */
export const Fieldset = ({ legend, hint, large, children }: { legend: Content; hint?: Content; large?: boolean; children: Content }) => (
  <fieldset class="stack">
    <legend class={large ? "legend-large" : undefined}>{legend}</legend>
    {hint !== undefined && <p class="hint">{hint}</p>}
    {children}
  </fieldset>
);

/** Two short fields side by side from 640 px. */
export const FieldRow = ({ children }: { children: Content }) => <div class="field-row">{children}</div>;
