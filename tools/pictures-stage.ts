// SPDX-License-Identifier: EUPL-1.2
// What the demo world does not tell by itself: an idea that was changed, asked about and is to be joined, and two that are.
import { personOf } from "#platform/auth/actor.ts";
import { addNoteTo, askColleague, change, concern, fork, proposeMerge, reply, replyToMerge, submit } from "#features/ideas/operations.ts";
import type { TestWorld } from "../test/test-world.ts";

const area = "miljoe-og-teknik";
const path = {
  title: "Lys på stien ved Gudenåen",
  text: "Stien er mørk fra november til marts. Mange løber og går hjem fra arbejde ad den, og nogle lader være.",
  where: "langaa",
};

/** Out: the references of an idea that is asked about everywhere, and of two that were joined. */
export async function stageIdeas(t: TestWorld): Promise<{ busy: string; part: string; whole: string; ofClass: string }> {
  const send = async (as: string, input: object) =>
    String((await t.perform(submit, { as, input: { ...path, area, ...input } })).answer.reference);
  const busy = await send("karen", { showAs: "first" });
  const whole = await send("ruth", { title: "En sti, man tør gå på", showAs: "own" });
  const part = await send("karen", { title: "Klip hækken ved tunnelen", showAs: "first" });
  const ofClass = await send("karen", {
    title: "Gynger i skolegården",
    onBehalfKind: "class",
    onBehalf: "4.b på Langå Skole",
    halfDone: "on",
  });
  const lone = personOf(await t.actor("lone"))?.id;
  const bo = personOf(await t.actor("bo"))?.id;
  const ask = (colleague: string | undefined, question: string) =>
    t.perform(askColleague, { as: "signe", reference: busy, input: { colleague, question, wished: "2026-11-27" } });
  await t.perform(change, { as: "karen", reference: busy, input: { ...path, text: `${path.text} Solceller på pælene er nok.` } });
  t.clock.advance(2 * 60 * 60_000);
  await t.perform(change, {
    as: "karen",
    reference: busy,
    input: {
      ...path,
      title: "Lys på hele stien ved Gudenåen",
      text: `${path.text.replace("marts", "april")} Solceller på pælene er nok.`,
      where: "hele-kommunen",
    },
  });
  await t.perform(concern, { as: "signe", reference: busy, input: { areas: ["sundhed-kultur-og-omsorg", "boern-og-skole"] } });
  await ask(bo, "Hvad koster en lampe med solceller i drift om året?");
  await t.perform(reply, { as: "bo", reference: busy, input: { reply: "Omkring 300 kroner. Batteriet skal skiftes hvert femte år." } });
  await ask(lone, "Er der en plan for stien i budgettet?");
  await t.perform(addNoteTo, {
    as: "signe",
    reference: busy,
    input: { note: "Naturstyrelsen ejer de sidste 200 meter. Vi skal spørge dem." },
  });
  await t.perform(fork, { as: "mehmet", reference: busy, input: { ...path, title: "Reflekser i stedet for lys", showAs: "first" } });
  const reason = "De handler om den samme sti, og den skal tænkes som én.\n\nHækken klipper vi samtidig med, at vi går stien igennem.";
  await t.perform(proposeMerge, { as: "signe", reference: part, input: { into: whole, reason } });
  await t.perform(replyToMerge, { as: "karen", reference: part, input: { yes: "yes" } });
  await t.perform(proposeMerge, { as: "signe", reference: busy, input: { into: whole, reason } });
  return { busy, part, whole, ofClass };
}
