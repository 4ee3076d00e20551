// SPDX-License-Identifier: EUPL-1.2
// What other slices may use of drafts and phrases.
export { withAids } from "./aids.ts";
export { newPhrase } from "./operations.ts";
export { AidButtons, DraftLine, PhrasePicker } from "./pages/aids.tsx";
export { previewSheet } from "./pages/preview.tsx";
export { paths as draftPaths } from "./paths.ts";
export { draftsOf, dropDraft, dropDraftsAbout } from "./store.ts";
