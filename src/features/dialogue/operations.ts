// SPDX-License-Identifier: EUPL-1.2
import { commentDoors } from "./operations-comment.ts";
import { tieDoors } from "./operations-tie.ts";

export const startFollowing = tieDoors.follow.start;
export const startSupporting = tieDoors.support.start;
export const takeBackSupport = tieDoors.support.stop;

export { correctComment, reply, takeBackComment, writeComment } from "./operations-comment.ts";

export const operations = [...Object.values(tieDoors.follow), ...Object.values(tieDoors.support), ...commentDoors];
