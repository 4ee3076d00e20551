// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { query } from "#platform/operations/operation.ts";
import { anyone } from "#platform/operations/rule.ts";
import { themesOf } from "./store.ts";
import { onTwoLevels, type Theme } from "./theme.ts";

/** All themes on their two levels. */
export const allThemes = query({
  name: "themes.all",
  input: z.object({}),
  may: anyone,
  api: "GET /themes",
  async run({ db, lang }) {
    const shown = (theme: Theme) => ({ key: theme.key, name: theme.name[lang], pattern: theme.pattern });
    return { themes: onTwoLevels(await themesOf(db), lang).map(({ theme, below }) => ({ ...shown(theme), below: below.map(shown) })) };
  },
});
