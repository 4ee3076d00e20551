// SPDX-License-Identifier: EUPL-1.2
import type { Job } from "#platform/feature.ts";
import { emptyMails } from "#platform/mail/empty.ts";
import { tidyFiles } from "#platform/files/tidy.ts";
import { sendMail } from "#platform/mail/send.ts";
import { tidy } from "#platform/privacy/tidy.ts";

/** Jobs that belong to no slice. */
export const platformJobs: Record<string, Job> = {
  "files.tidy": (_payload, world) => tidyFiles(world),
  "mail.send": sendMail,
  "mail.empty": (_payload, world) => emptyMails(world),
  "platform.tidy": (_payload, world) => tidy(world),
};

/** When they run by themselves (UTC): at night, one after the other. */
export const platformCrontab: Record<string, string> = {
  "10 1 * * *": "mail.empty",
  "20 1 * * *": "platform.tidy",
  "30 1 * * *": "files.tidy",
};
