// SPDX-License-Identifier: EUPL-1.2
import type da from "./locales/da.json";
import { textsOf } from "#platform/i18n/i18n.ts";

export const texts = textsOf<keyof typeof da & string>("exchange");
