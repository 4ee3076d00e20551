// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from "node:crypto";
import type { Route } from "#platform/http/route.ts";
import type { TestWorld } from "../test-world.ts";
import { caseOf, type Case } from "./cases.ts";
import { browserOf } from "./stage.ts";
import type { Row } from "./table.ts";

/** One way through a door: a page of the site or the JSON door. Out: the status that came. */
type Way = { name: string; writes: boolean; send(actor: string, made: Case): Promise<number> };

/** Tries a row: every actor through every way. Out: the cells that were not as written. */
export async function tryRow(t: TestWorld, row: Row): Promise<string[]> {
  const ways = waysOf(t, row.door);
  const faults: string[] = [];
  let made: Case | undefined;
  for (const [actor, cell] of Object.entries(row.expected)) {
    if (ways.length === 0 && cell !== "-") faults.push(`${row.door} has no door to the outside, but ${actor} is said to get ${cell}`);
    for (const way of ways) {
      made ??= await caseOf(t, row.door, row.state);
      const status = await way.send(actor, made);
      if (String(status) !== expectedBy(way, cell))
        faults.push(`line ${row.line}: ${row.door} (${row.state}), ${actor} by ${way.name}: ${status}, expected ${expectedBy(way, cell)}`);
      // What was carried out cannot be carried out again: the next one gets a thing of its own.
      if (way.writes && status < 400) made = undefined;
    }
  }
  return faults;
}

/** The table says what a page answers; the JSON door makes (201) where a page goes on (303), and tells of what is over (410) as of anything. */
const expectedBy = ({ name }: Way, cell: string): string => (name === "json" ? (byJson[cell] ?? cell) : cell);
const byJson: Record<string, string> = { "303": "201", "410": "200" };

function waysOf(t: TestWorld, door: string): Way[] {
  const { operations, queries, routes } = t.world.registry;
  const operation = operations.get(door);
  const query = queries.get(door);
  const open = door.startsWith("page ") ? routes.filter(({ path }) => `page ${path}` === door) : [];
  const pages = [
    ...open,
    ...routes.filter((route) => (operation ? route.operation === operation : query !== undefined && route.query === query)),
  ];
  return [...pages.map((route) => pageWay(t, route, operation !== undefined)), ...jsonWay(t, operation?.api || query?.api || undefined)];
}

function pageWay(t: TestWorld, route: Route, writes: boolean): Way {
  return {
    name: `page ${route.path}`,
    writes,
    async send(actor, { params = {}, body = {}, query = {} }) {
      const client = await browserOf(t, actor);
      const path = fill(route.path, params);
      if (!writes) return (await client.get(withQuery(path, query))).status;
      // The token is the browser's, not the form's: who may not open the form can still send to it.
      const { _token } = await client.open("/ideer/ny");
      t.clock.advance(5_000);
      return (await client.post(path, { _key: randomUUID(), _token, ...body })).status;
    },
  };
}

function jsonWay(t: TestWorld, api: string | undefined): Way[] {
  if (api === undefined) return [];
  const [method = "", path = ""] = api.split(" ");
  const send: Way["send"] = async (actor, { params = {}, body = {}, query = {} }) => {
    const client = await browserOf(t, actor);
    const address = `/api/v1${fill(path, params)}`;
    if (method === "GET") return (await client.json("GET", withQuery(address, query))).status;
    // What stands in the page's address is a field of the body here, where this address has no place for it.
    const fields = Object.fromEntries(Object.entries(params).filter(([name]) => !path.includes(`:${name}`)));
    return (await client.json("POST", address, { ...fields, ...body }, { "idempotency-key": randomUUID() })).status;
  };
  return [{ name: "json", writes: method !== "GET", send }];
}

const fill = (pattern: string, params: Record<string, string>): string =>
  pattern.replace(/:([a-z]+)/gi, (_, name: string) => encodeURIComponent(params[name] ?? "missing"));
const withQuery = (path: string, query: Record<string, string>): string =>
  Object.keys(query).length > 0 ? `${path}?${new URLSearchParams(query).toString()}` : path;
