// SPDX-License-Identifier: EUPL-1.2
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Ids } from "#platform/clock/ids.ts";

/** Our cookies: the session, the browser (binds forms and links, names nobody), a receipt to show once and the chosen place. */
export type Jar = {
  session(request: FastifyRequest): string | undefined;
  browser(request: FastifyRequest): string | undefined;
  /** The browser's name, made and set where it had none. */
  ensureBrowser(request: FastifyRequest, reply: FastifyReply, ids: Ids): string;
  setSession(reply: FastifyReply, token: string | undefined): void;
  /** What a form's answer shows once: lives an hour. */
  receipt(request: FastifyRequest): string | undefined;
  setReceipt(reply: FastifyReply, receipt: string): void;
  place(request: FastifyRequest): string | undefined;
  setPlace(reply: FastifyReply, slug: string): void;
};

/** `__Host-` (RFC 6265bis) where the site is on https; without it, a cookie marked Secure would not come back. */
export function cookieJar(secure: boolean): Jar {
  const prefix = secure ? "__Host-" : "";
  const base = { path: "/", httpOnly: true, sameSite: "lax" as const, secure };
  const read = (request: FastifyRequest, name: string, shape: RegExp): string | undefined => {
    const value = request.cookies[`${prefix}${name}`];
    return value !== undefined && shape.test(value) ? value : undefined;
  };
  const browser = (request: FastifyRequest) => read(request, "browser", /^[\w-]{22}$/);
  return {
    session: (request) => read(request, "session", /^[\w-]{43}$/),
    browser,
    ensureBrowser(request, reply, ids) {
      const known = browser(request);
      if (known) return known;
      const made = ids.secret(16);
      void reply.setCookie(`${prefix}browser`, made, { ...base, maxAge: 180 * 24 * 60 * 60 });
      return made;
    },
    setSession(reply, token) {
      if (token === undefined) void reply.clearCookie(`${prefix}session`, base);
      else void reply.setCookie(`${prefix}session`, token, { ...base, maxAge: 12 * 60 * 60 });
    },
    receipt: (request) => read(request, "receipt", /^[A-Z0-9-]{4,40}$/),
    setReceipt: (reply, receipt) => void reply.setCookie(`${prefix}receipt`, receipt, { ...base, maxAge: 60 * 60 }),
    place: (request) => read(request, "place", /^[a-z0-9-]{1,60}$/),
    setPlace: (reply, slug) => void reply.setCookie(`${prefix}place`, slug, { ...base, maxAge: 180 * 24 * 60 * 60 }),
  };
}
