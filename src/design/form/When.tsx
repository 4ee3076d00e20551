// SPDX-License-Identifier: EUPL-1.2
import type { Content } from "../types.ts";

/**
 * Fields that only one choice of a form needs: they come when it is chosen, and stay where something is wrong in them. A browser that
 * cannot tell shows them all; their labels say when they count.
 */
export const When = ({ choice, children }: { choice: "investigating" | "not-possible" | "part-of" | "not" | "yes"; children: Content }) => (
  <div class={`stack-m desk-when-${choice}`}>{children}</div>
);
