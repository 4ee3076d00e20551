// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from "#platform/http/route.ts";
import { ringing, shownPhone } from "#platform/text/phone.ts";
import type { texts } from "./texts.ts";

type Key = "footer.phone" | "fail.call" | "privacy.rights.text" | "was.tell.text" | "place.ask.text";

/** A sentence with whom to call and the number as a link. */
export const callLine = (t: ReturnType<typeof texts>, { contact, phone }: Visit["site"], key: Key) =>
  t.rich(key, { who: contact, phone: shownPhone(phone), a: (children) => <a href={ringing(phone)}>{children}</a> });
