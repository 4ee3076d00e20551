// SPDX-License-Identifier: EUPL-1.2
import { commentQueries } from "./queries-comment.ts";
import { tieQueries } from "./queries-tie.ts";

export const queries = [...Object.values(tieQueries.follow), ...Object.values(tieQueries.support), ...commentQueries];
