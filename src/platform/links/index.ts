// SPDX-License-Identifier: EUPL-1.2
// How things of different slices are tied together: the closed list of relations, and what is shown of the other end.
export type { AgreedIdea } from "./agreed-idea.ts";
export { ideaAbout } from "./idea-about.ts";
export { cardsOf, linked, type Linked, type Ref } from "./cards.ts";
export { LinkedThings } from "./linked-things.tsx";
export { needFor } from "./need-for.ts";
export { isRelation, linkWords, relations, type Relation, type Way } from "./relations.ts";
export { addLink, holdThing, linksOf, publicThing, removeLink, type Tie } from "./store.ts";
export type { Welcome } from "./welcome.ts";
