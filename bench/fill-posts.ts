// SPDX-License-Identifier: EUPL-1.2
import type { World } from "#platform/operations/world.ts";
import { bringIn } from "#platform/import/bring-in.ts";
import { localDayOf } from "#platform/clock/local-day.ts";

const things = [
  ["space", "lokale til korprøve", "Vi er et kor, der synger for sjov og mangler gulv under fødderne."],
  ["space", "kantine om aftenen", "Der står borde og stole, og kaffemaskinen må bruges af alle."],
  ["thing", "trailer til haveaffald", "Den kan tage et helt træ, hvis man saver det i tre."],
  ["thing", "symaskine med pedal", "Den syr gennem to lag lærred og brummer som en humlebi."],
  ["time", "hænder til plantedag", "Hundrede æbletræer skal i jorden, og jorden er tung."],
  ["time", "besøgsven med skak", "En kop kaffe, et bræt og god tid er alt, hvad der skal til."],
  ["skill", "svejser til cykelstativ", "Et stativ er knækket ved foden, og rusten er ikke nådig."],
  ["skill", "lektiehjælp i brøker", "Brøker er nemme, når man deler en pandekage."],
  ["transport", "kørsel til svømmehal", "Fem børn og fem tasker skal frem og tilbage hver uge."],
  ["transport", "lift til lægen", "Bussen går kun to gange om dagen, og lægen venter ikke."],
  ["knowledge", "hjælp til regnskab", "Kassereren er rejst, og tallene ligger i en skotøjsæske."],
  ["knowledge", "råd om sociale medier", "Vi har en side, men ingen ved, hvem der har nøglen."],
  ["sponsorship", "trøjer til pigeholdet", "Holdet er vokset fra de gamle, og nu stumper ærmerne."],
  ["visit", "åbent værksted for en klasse", "Børnene må se, hvordan en lampe bliver til."],
] as const;
const parties = ["citizen", "association", "business", "institution", "group", "local-council", "municipality"] as const;
const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const parts = ["morning", "afternoon", "evening"] as const;

/** So many posts as a file would have them, spread over places, kinds, parties and the last two months: always the same ones. */
export async function* postLines(
  count: number,
  localities: readonly string[],
): AsyncGenerator<{ line: number; fields: Record<string, string> }> {
  for (let n = 0; n < count; n += 1) {
    const [type, title, text] = things[n % things.length] ?? things[0];
    const need = Math.floor(n / things.length) % 2 === 0;
    const day = days[n % 7] ?? "mon";
    yield {
      line: n + 1,
      fields: {
        externalId: `b${n}`,
        kind: need ? "need" : "offer",
        title: `${need ? "Søger" : "Giver"} ${title} nummer ${n}`,
        text: `${text} Det er opslag nummer ${n}, og ${localities[(n * 7) % localities.length] ?? ""} er stedet.`,
        type,
        where: localities[(n * 11) % localities.length] ?? "",
        remote: n % 17 === 0 ? "true" : "false",
        partyKind: parties[n % parties.length] ?? "citizen",
        partyName: `Deltager ${n % 900}`,
        ...(n % 3 === 0 ? {} : { weekdays: `${day}-${parts[n % 3] ?? "evening"}, ${day}-evening` }),
      },
    };
  }
}

/** Brings so many posts in by the import's own operation. Out: how many were taken. */
export async function fillWithPosts(world: World, count: number): Promise<number> {
  const spec = world.registry.features.flatMap((feature) => feature.imports ?? []).find(({ what }) => what === "posts");
  if (!spec) throw new Error("No slice brings posts in");
  const { rows } = await world.writePool.query<{ name: string }>("SELECT name FROM places.locality ORDER BY slug");
  const from = { source: "Bench", fetchedOn: localDayOf(world.clock.now()), dry: false };
  let taken = 0;
  for await (const verdict of bringIn(
    world,
    spec,
    postLines(
      count,
      rows.map(({ name }) => name),
    ),
    from,
  ))
    if (verdict.what === "taken") taken += 1;
  await world.writePool.query("ANALYZE");
  return taken;
}
