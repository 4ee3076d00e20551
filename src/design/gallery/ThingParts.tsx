// SPDX-License-Identifier: EUPL-1.2
import { Avatar, Who } from "../parts/Avatar.tsx";
import { Button, ButtonLink } from "../parts/Button.tsx";
import { Box, Card, CardGrid } from "../parts/Card.tsx";
import { Empty, Notice } from "../parts/Empty.tsx";
import { Icon } from "../parts/Icon.tsx";
import { ListItem, Rows } from "../parts/ListItem.tsx";
import { More, Pagination, Section } from "../parts/Page.tsx";
import { Patch } from "../parts/Patch.tsx";
import { Status, StatusLine, type StatusSign } from "../parts/Status.tsx";
import { Facts } from "../parts/WhatWhoWhen.tsx";
import { Chips } from "../form/Filters.tsx";
import { weaves, isWeave } from "../weaves.ts";
import type { Say } from "./say.ts";

/** Buttons, statuses, people, cards, lists. */
export const ThingParts = ({ say }: { say: Say }) => (
  <>
    <Section
      id="buttons"
      title={say("Knapper", "Buttons")}
      lead={say("Højst én fyldt knap på hver side.", "At most one filled button per page.")}
    >
      <div class="stack">
        <div class="buttons">
          <Button type="button" icon="lightbulb">
            {say("Skriv en idé", "Write an idea")}
          </Button>
          <Button type="button" kind="secondary">
            {say("Spørg en ven", "Ask a friend")}
          </Button>
          <Button type="button" kind="quiet">
            {say("Fortryd", "Undo")}
          </Button>
          <Button type="button" disabled>
            {say("Kan ikke trykkes", "Cannot be pressed")}
          </Button>
          <ButtonLink href="#buttons" small>
            {say("Svar nu", "Answer now")}
          </ButtonLink>
          <ButtonLink href="#buttons" small kind="secondary">
            {say("Se tråden", "See the thread")}
          </ButtonLink>
          <More href="#buttons">{say("Alle svar", "All answers")}</More>
        </div>
        <Chips
          label={say("Vis", "Show")}
          chips={[
            { href: "#buttons", text: say("Alt", "All"), current: true },
            {
              href: "#buttons",
              text: (
                <>
                  <Icon name="circle-dashed" />
                  {say("Nogen mangler", "Someone needs")}
                </>
              ),
            },
          ]}
        />
      </div>
    </Section>
    <Section
      id="status"
      title={say("Status", "Status")}
      lead={say("Tegn og ord bærer betydningen. Farven hjælper kun.", "Sign and words carry the meaning. Colour only helps.")}
    >
      <div class="stack">
        <div class="buttons">
          {statuses.map(([sign, danish, english]) => (
            <Status sign={sign}>{say(danish, english)}</Status>
          ))}
        </div>
        <StatusLine
          sign="waiting"
          words={say("Venter på svar", "Waiting for an answer")}
          after={say("Svar senest tirsdag 1. december", "Answer by Tuesday 1 December")}
        />
        <Notice kind="done">{say("Tak, Karen. Din stemme er talt med.", "Thank you, Karen. Your voice is counted.")}</Notice>
        <Notice>{say("Du kan fortryde når som helst.", "You can undo this at any time.")}</Notice>
        <Notice kind="warning">
          {say("Fristen er i morgen, torsdag 26. november.", "The deadline is tomorrow, Thursday 26 November.")}
        </Notice>
      </div>
    </Section>
    <Section id="people" title={say("Mennesker og vævede lapper", "People and woven patches")}>
      <div class="stack">
        <div class="buttons">
          <Who initials="KA" name="Karen" line={say("borger", "citizen")} />
          <Who initials="SI" employee name="Signe" line={say("kontaktperson", "contact person")} />
          <Who initials="BH" party="association" name={say("Bænkeholdet", "The bench team")} line={say("forening", "association")} />
          <Who initials="NO" party="business" name="Nordlys ApS" line={say("virksomhed", "business")} />
          <Avatar initials="KA" small />
        </div>
        <div class="buttons">
          {Object.keys(weaves)
            .filter(isWeave)
            .map((weave) => (
              <Patch weave={weave} />
            ))}
        </div>
      </div>
    </Section>
    <Section
      id="cards"
      title={say("Kort", "Cards")}
      lead={say("Et tilbud er fyldt. Noget, der mangler, er en stiplet kant.", "An offer is filled. A need is a dashed outline.")}
    >
      <div class="stack">
        <CardGrid>
          <Card
            title={say("Vær cykelpilot ved åen", "Cycle with the old by the stream")}
            href="#cards"
            weave="rings"
            kind={{ icon: "hand-heart", text: say("Frivillig", "Volunteer") }}
            meta={[{ icon: "calendar-days", text: say("Lørdag 28. november kl. 13", "Saturday 28 November at 1 pm") }]}
            end={<Status sign="free">{say("2 ledige pladser", "2 places left")}</Status>}
          />
          <Card
            need
            title={say("Egetræ til tre bænke", "Oak for three benches")}
            href="#cards"
            kind={{ icon: "circle-dashed", text: say("Efterlysning", "Wanted") }}
            sort={{ icon: "package", text: say("Ting", "Things") }}
            end={<b class="small">{say("2 kan måske hjælpe", "2 may be able to help")}</b>}
          />
          <Card title={say("Et kort uden link", "A card without a link")} weave="zigzag">
            <p>{say("Det kan rumme tekst og en knap.", "It can hold text and a button.")}</p>
          </Card>
        </CardGrid>
        <Box>
          <Facts
            facts={[
              { term: say("Alder", "Age"), fact: say("Fra 18 år", "From 18 years") },
              { term: say("Adgang", "Access"), fact: say("Niveaufri dør", "Level door") },
            ]}
          />
        </Box>
      </div>
    </Section>
    <Section id="lists" title={say("Lister", "Lists")}>
      <Rows>
        <ListItem
          title={say("Bænke og læ ved åen", "Benches and shelter by the stream")}
          href="#lists"
          weave="waves"
          summary={say("Der er fire kilometer mellem bænkene.", "There are four kilometres between the benches.")}
          meta={[
            { icon: "user", text: "Karen" },
            { icon: "thumbs-up", text: say("46 støtter", "46 supporters") },
          ]}
          status={<StatusLine sign="you-do" words={say("I gør det – vi hjælper", "You do it – we help")} />}
        />
        <ListItem
          title={say("Lys på stien", "Light on the path")}
          href="#lists"
          weave="basket"
          status={
            <StatusLine
              sign="late"
              words={say("Over tid", "Late")}
              after={say("Skulle være svaret fredag 20. november", "Due on Friday 20 November")}
            />
          }
        />
      </Rows>
      <Pagination
        label={say("Sider", "Pages")}
        shown={say("Viser 1–20 af 124", "Showing 1–20 of 124")}
        next={{ href: "#lists", text: say("Næste 20", "Next 20") }}
      />
    </Section>
    <Section id="empty" title={say("Når der er tomt", "When there is nothing")}>
      <Empty
        level={3}
        title={say("Ingen har svaret på dit opslag endnu", "Nobody has answered your notice yet")}
        action={
          <ButtonLink kind="secondary" href="#empty">
            {say("Spørg en, du kender", "Ask someone you know")}
          </ButtonLink>
        }
      >
        {say(
          "Vi har vist det til 12, der bor tæt på. Er der ingen svar torsdag 3. december, ringer vi rundt.",
          "We have shown it to 12 who live close by. If no one has answered by Thursday 3 December, we call around.",
        )}
      </Empty>
    </Section>
  </>
);

const statuses: readonly (readonly [StatusSign, string, string])[] = [
  ["received", "Modtaget", "Received"],
  ["waiting", "Venter på svar", "Waiting for an answer"],
  ["examining", "Vi undersøger", "We are looking into it"],
  ["we-do", "Vi gør det", "We do it"],
  ["you-do", "I gør det – vi hjælper", "You do it – we help"],
  ["merged", "Indgår i en anden idé", "Part of another idea"],
  ["no", "Det kan ikke lade sig gøre", "It cannot be done"],
  ["late", "Over tid", "Late"],
];
