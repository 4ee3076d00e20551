// SPDX-License-Identifier: EUPL-1.2
import type { Lang } from "#platform/i18n/i18n.ts";
import type { Doubt, Reason } from "./reason.ts";
export const sayReason = (reason: Reason, _lang: Lang): string => reason.code;
export const sayDoubt = (doubt: Doubt, _lang: Lang): string => doubt.code;
