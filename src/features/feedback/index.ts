// SPDX-License-Identifier: EUPL-1.2
// What other slices may use of feedback.
export { paths as feedbackPaths } from "./paths.ts";
export { answerFields, askNow, giveAnswer, type Asked } from "./give.ts";
export { FeedbackFields } from "./pages/fields.tsx";
export { isAsked } from "./store.ts";
export { tellHowItWent } from "./tell-demo.ts";
export { HowDidItGo } from "./pages/link.tsx";
