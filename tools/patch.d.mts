// SPDX-License-Identifier: EUPL-1.2
export type Edit = { path: string; before: string[]; after: string[] };
export function readPatch(text: string): { file: string; name: string; fault: string; edits: Edit[] };
export function plant(text: string, edit: Edit): string;
