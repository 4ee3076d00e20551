// SPDX-License-Identifier: EUPL-1.2
// What other slices may use of dialogue.
export { StandBy } from "./pages/stand-by.tsx";
export { Talk } from "./pages/conversation.tsx";
export { tellConversation } from "./tell-demo.ts";
export { gather, type News } from "./gather.ts";
export { toldAs } from "./told-as.ts";
export { newComments, talkOf, type NewComment, type Conversation, type Standing } from "./store-talk.ts";
export { noThanks } from "./no-thanks.ts";
export {
  askMailbox,
  authorOf,
  toContact,
  toFollowers,
  toPersons,
  type Box,
  type Desk,
  type Letter,
  type Reader,
  type Tie,
} from "./letters.ts";
export { paths as dialoguePaths } from "./paths.ts";
export { follow, followersCount, followersOf, isFollowing, stopFollowing, support } from "./store.ts";
