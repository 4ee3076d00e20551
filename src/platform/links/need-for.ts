// SPDX-License-Identifier: EUPL-1.2
import { inLanguage } from "#platform/http/path.ts";
import type { Lang } from "#platform/i18n/i18n.ts";

/** Where somebody says what this thing lacks: a post that is tied to it, and that whoever can may answer. Only where there is a kind "need". */
export const needFor = (lang: Lang, reference: string): string =>
  inLanguage(`/byttebors/ny?slags=efterlysning&for=${encodeURIComponent(reference)}`, lang);
