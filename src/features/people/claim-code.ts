// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";

/** No 0/O, 1/I/L, U/V: what is read aloud on the phone or copied from paper must not be mistaken. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTWXYZ";
const letters = 10;

/**
 * The code with which an idea is claimed later, from the secret of the request that sent it. In: 43 characters
 * base64url (256 bits). Out: ten characters (48 bits), e.g. "7K2PX-M9QRT".
 */
export function claimCode(secret: string): string {
  let rest = BigInt(`0x${Buffer.from(secret, "base64url").toString("hex")}`);
  let code = "";
  for (let count = 0; count < letters; count += 1) {
    code += alphabet[Number(rest % BigInt(alphabet.length))];
    rest /= BigInt(alphabet.length);
  }
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** Only this is kept. Small letters, spaces and a missing dash are forgiven. */
export const claimHash = (typed: string): Buffer =>
  createHash("sha256")
    .update(typed.toUpperCase().replace(/[^A-Z0-9]/g, ""))
    .digest();
