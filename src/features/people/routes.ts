// SPDX-License-Identifier: EUPL-1.2
import type { Card, Part } from "#platform/feature.ts";
import { inLanguage } from "#platform/http/path.ts";
import { form, page, type Route, type Visit } from "#platform/http/route.ts";
import { kindsOn, switchedOn } from "#platform/modules.ts";
import { ask } from "#platform/operations/ask.ts";
import type { Answer } from "#platform/operations/operation.ts";
import type { World } from "#platform/operations/world.ts";
import { logInWithCode, logInWithLink, stepInto } from "./log-in.ts";
import type { MyThing } from "./mine-store.ts";
import { askToLogIn, chooseName, logOut } from "./operations.ts";
import { CodePage } from "./pages/code.tsx";
import { StepIntoPage } from "./pages/demo-people.tsx";
import { LinkPage } from "./pages/link.tsx";
import { LogInPage } from "./pages/log-in.tsx";
import { MyPage } from "./pages/mine.tsx";
import { LogOutPage, NamePage } from "./pages/small.tsx";
import { paths } from "./paths.ts";
import { mine, oneToBe, whereLinkLeads, whoAmI, whoCanBe } from "./queries.ts";

/** After a try to log in: in, to the question of a name, or back with what was wrong. */
const onward = (answer: Answer, visit: Visit, again: string): string => {
  if (answer["ok"] !== true) return withBack(`${again}?svar=${String(answer["why"])}`, visit);
  return answer["nameless"] === true ? withBack(paths.name(visit.lang), visit) : (visit.back ?? paths.mine(visit.lang));
};

/** Whoever was on the way to somewhere gets there in the end. */
const withBack = (path: string, { back }: Visit): string =>
  back === undefined ? path : `${path}${path.includes("?") ? "&" : "?"}tilbage=${encodeURIComponent(back)}`;
const onTheWay = (route: Route): Route => ({ ...route, passesOn: true });

/** My page with each thing as its own slice shows it. */
const myPage: Route = {
  ...page({ path: paths.mine, query: mine, view: (data, visit) => MyPage({ ...data, cards: new Map(), parts: [] }, visit) }),
  async show(world, visit) {
    const data = await ask(world, mine, { actor: visit.actor, lang: visit.lang, input: {} });
    const [cards, parts] = await Promise.all([cardsOf(world, [...data.things, ...data.follows], visit), partsOf(world, visit)]);
    return MyPage({ ...data, cards, parts: parts.filter(({ id }) => !data.things.some((thing) => thing.id === id)) }, visit);
  },
};

/** One query a kind, as each kind's slice answers it. */
async function cardsOf(world: World, things: MyThing[], { lang, now, actor }: Visit): Promise<Map<string, Card>> {
  const [kinds, { read }] = [kindsOn(world), world];
  const byKind = [...Map.groupBy(things, (thing) => thing.kind)];
  const cards = await Promise.all(
    byKind.flatMap(
      ([kind, of]) =>
        kinds.get(kind)?.cards(
          read,
          of.map((thing) => thing.id),
          lang,
          now,
          actor,
        ) ?? [],
    ),
  );
  return new Map(cards.flat().map((card) => [card.id, card]));
}

/** What each slice knows that the visitor takes part in. */
async function partsOf({ registry, read }: World, { actor, lang, now }: Visit): Promise<Part[]> {
  const on = await switchedOn(read, registry.features);
  return (await Promise.all(on.flatMap((feature) => feature.takesPart?.(read, actor, lang, now) ?? []))).flat();
}

export const routes: Route[] = [
  onTheWay(
    form({
      path: paths.logIn,
      query: whoCanBe,
      operation: askToLogIn,
      view: LogInPage,
      then: (_answer, visit) => withBack(paths.code(visit.lang), visit),
    }),
  ),
  onTheWay(
    form({
      path: paths.code,
      query: whoCanBe,
      operation: logInWithCode,
      view: CodePage,
      then: (answer, visit) => onward(answer, visit, paths.code(visit.lang)),
    }),
  ),
  onTheWay(
    form({
      path: paths.link,
      query: whereLinkLeads,
      operation: logInWithLink,
      view: LinkPage,
      then: (answer, visit) => onward(answer, visit, inLanguage(visit.path, visit.lang)),
    }),
  ),
  onTheWay(
    form({
      path: paths.stepInto,
      query: oneToBe,
      operation: stepInto,
      view: StepIntoPage,
      then: (_answer, visit) => visit.back ?? paths.mine(visit.lang),
    }),
  ),
  form({ path: paths.logOut, query: whoAmI, operation: logOut, view: LogOutPage, then: (_answer, { lang }) => paths.logIn(lang) }),
  onTheWay(
    form({
      path: paths.name,
      query: whoAmI,
      operation: chooseName,
      view: NamePage,
      then: (_answer, visit) => visit.back ?? paths.mine(visit.lang),
    }),
  ),
  myPage,
];
