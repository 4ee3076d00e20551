// SPDX-License-Identifier: EUPL-1.2
import { system } from "#platform/auth/actor.ts";
import { OperatorError } from "#platform/config/sentence.ts";
import { mutate } from "#platform/operations/mutate.ts";
import type { Operation } from "#platform/operations/operation.ts";
import { Refusal } from "#platform/operations/refusal.ts";
import type { World } from "#platform/operations/world.ts";
import { inviteSecretariat, peoplePaths } from "#features/people/index.ts";
import { areasOf, nameContactPersons } from "#features/places/index.ts";

const usage = [
  "npm run admin -- invite EMAIL [NAME]             makes somebody one of the secretariat from today, and shows a log-in link",
  "npm run admin -- contact AREA EMAIL EMAIL        names an area's contact person and deputy",
];

/** Carries out one command. In: its words. Out: the lines to print. What the operator can put right is an OperatorError. */
export async function carryOut(world: World, [command, ...words]: string[]): Promise<string[]> {
  if (command === "invite") return invite(world, words);
  if (command === "contact") return contact(world, words);
  if (command === undefined || command === "help") return usage;
  throw new OperatorError(`There is no command "${command}". These are the commands:\n${usage.join("\n")}`);
}

async function invite(world: World, [email, ...name]: string[]): Promise<string[]> {
  if (email === undefined) throw new OperatorError(`Say whom to invite: npm run admin -- invite lone@example.dk`);
  const input = { email, ...(name.length > 0 ? { name: name.join(" ") } : {}) };
  const { revealed } = await perform(world, inviteSecretariat, {
    input,
    wrong: `"${email}" is not a mailbox: write it as name@example.dk.`,
  });
  const [token = "", code = ""] = (revealed.receipt ?? "").split(" ");
  return [
    `${email} is one of the secretariat from today.`,
    `Log in within ten minutes: ${world.config.baseUrl}${peoplePaths.link("da", { token })}`,
    `The page asks for this code: ${code}`,
    "Too late? Run the same command again, or log in by mail at the same address.",
  ];
}

async function contact(world: World, [area, contactPerson, deputy]: string[]): Promise<string[]> {
  const slugs = (await areasOf(world.read)).map(({ slug }) => slug);
  if (area === undefined || contactPerson === undefined || deputy === undefined) {
    throw new OperatorError(
      `Say which area and which two mailboxes: npm run admin -- contact ${slugs[0] ?? "AREA"} signe@example.dk bo@example.dk`,
    );
  }
  if (!slugs.includes(area)) throw new OperatorError(`There is no area "${area}": write one of ${slugs.join(", ")}.`);
  await perform(world, nameContactPersons, {
    input: { contactPerson, deputy },
    reference: area,
    wrong: "The contact person and the deputy must be two different mailboxes, written as name@example.dk.",
  });
  return [`${contactPerson} answers for ${area}, and ${deputy} steps in.`];
}

async function perform(world: World, operation: Operation, { wrong, ...asked }: { input: unknown; reference?: string; wrong: string }) {
  try {
    return await mutate(world, operation, { actor: system, lang: "da", key: world.ids.uuid(), ...asked });
  } catch (error) {
    throw error instanceof Refusal ? new OperatorError(wrong) : error;
  }
}
