// SPDX-License-Identifier: EUPL-1.2
import type { TablePrivacy } from "#platform/privacy/privacy.ts";

const none = {
  basis: "no personal data",
  retention: "As long as the municipality uses them.",
  export: "Holds no persons.",
  erase: "Holds no persons.",
} as const;

export const privacy: TablePrivacy[] = [
  { table: "themes.theme", why: "What things are about, so that they are found by interest.", ...none },
  { table: "themes.synonym", why: "The everyday words by which a theme is recognised in a text.", ...none },
];
