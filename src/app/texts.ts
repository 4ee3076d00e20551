// SPDX-License-Identifier: EUPL-1.2
import { textsOf } from "#platform/i18n/i18n.ts";
import type da from "./locales/da.json";

export const texts = textsOf<keyof typeof da & string>("app");
