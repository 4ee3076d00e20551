// SPDX-License-Identifier: EUPL-1.2
import type { Content } from "#design/index.ts";
import { ringing } from "#platform/text/phone.ts";

/** A number that a phone can ring. */
export const CallLink = ({ phone, children }: { phone: string; children: Content }) => (
  <a class="together" href={ringing(phone)}>
    {children}
  </a>
);
