// SPDX-License-Identifier: EUPL-1.2

/**
 * Where a form leads back to when it is sent: a page of ours, as our own links write it. In: whatever stood in the address or
 * in the form. Out: nothing for what could lead to another site.
 */
export function ownPath(asked: unknown): string | undefined {
  if (typeof asked !== "string" || asked.length > 300 || !/^\/(?!\/)[\w\-./?=&%~]*$/.test(asked)) return undefined;
  // "/.//elsewhere" is "//elsewhere" to a browser: only an address that stays as it is when read is one of ours.
  const read = URL.parse(asked, here);
  return read && read.pathname + read.search === asked ? asked : undefined;
}

const here = "http://back.invalid";

/** That page, told what was carried out and on what, so that it can say so. */
export function backWith(back: string, { done, about }: { done: string; about: string | undefined }): string {
  const url = new URL(back, here);
  url.searchParams.set("gjort", done);
  if (about === undefined) url.searchParams.delete("om");
  else url.searchParams.set("om", about);
  return url.pathname + url.search;
}
