// SPDX-License-Identifier: EUPL-1.2

export const roles = ["secretariat", "contact-person", "deputy", "employee", "committee-member", "council-member"] as const;
export type RoleName = (typeof roles)[number];

/** A role holds in a scope (an area or a committee) or, with no scope, everywhere. */
export type Role = { role: RoleName; area?: string; committee?: string };

export type Person = { id: string; name: string; demo: string | undefined };

/** Who is at the door. `browser` names the browser (never the person) and binds idempotency keys and e-mail links. */
export type Actor =
  | { kind: "anonymous"; browser: string; roles: [] }
  | { kind: "person"; browser: string; person: Person; roles: Role[] }
  | { kind: "system"; browser: "system"; roles: [] };

export const system: Actor = { kind: "system", browser: "system", roles: [] };
export const anonymous = (browser: string): Actor => ({ kind: "anonymous", browser, roles: [] });

export const personOf = (actor: Actor): Person | undefined => (actor.kind === "person" ? actor.person : undefined);

export const has = (actor: Actor, role: RoleName): boolean => actor.roles.some((held) => held.role === role);

/** Contact person or deputy of the area. */
export const answersFor = (actor: Actor, area: string | null): boolean =>
  area !== null && actor.roles.some((held) => (held.role === "contact-person" || held.role === "deputy") && held.area === area);

/** The areas whose inbox this actor keeps. */
export const areasOf = (actor: Actor): string[] =>
  actor.roles.flatMap((held) => ((held.role === "contact-person" || held.role === "deputy") && held.area ? [held.area] : []));

/** Has an inbox, follows up on all of them, or can be asked by a colleague: whoever has a workbench. */
export const works = (actor: Actor): boolean => areasOf(actor).length > 0 || has(actor, "secretariat") || has(actor, "employee");
