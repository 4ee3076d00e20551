// SPDX-License-Identifier: EUPL-1.2
import { Select, TextArea } from "../form/Field.tsx";
import { Chips, FilterRow } from "../form/Filters.tsx";
import { SlotGrid } from "../form/SlotGrid.tsx";
import { Letter } from "../parts/Answer.tsx";
import { initialsOf } from "#platform/text/first-name.ts";
import type { Party } from "../parts/Avatar.tsx";
import { Button, ButtonLink } from "../parts/Button.tsx";
import { Box, Card, CardGrid, type CardProps } from "../parts/Card.tsx";
import { Icon, type IconName } from "../parts/Icon.tsx";
import { Counterpart, Counterparts, Pair } from "../parts/Match.tsx";
import { Columns, Section } from "../parts/Page.tsx";
import { Thread } from "../parts/Thread.tsx";
import { StrawBox } from "../parts/WhatWhoWhen.tsx";
import type { Say } from "./say.ts";

/** Who has something meets who lacks it: posts, what narrows their list, why two may fit, and how it goes on. */
export const ExchangeParts = ({ say }: { say: Say }) => (
  <>
    <Section
      id="pair"
      title={say("De to passer sammen", "These two fit")}
      lead={say("En efterlysning og et tilbud, der begge har fået et ja.", "A need and an offer that both got a yes.")}
    >
      <Pair
        one={
          <Card
            {...need(say)}
            as="div"
            title={say("Sted at være inde torsdag aften", "A place indoors on Thursdays")}
            who={who("Bænkeholdet", "association")}
          />
        }
        other={
          <Card
            {...offer(say)}
            as="div"
            title={say("Kantine og mødelokale efter kl. 16", "Canteen and meeting room after 4 pm")}
            who={who("Nordlys ApS", "business")}
          />
        }
      />
    </Section>
    <Section
      id="posts"
      title={say("Opslag", "Posts")}
      lead={say("Et tilbud er fyldt. En efterlysning er en stiplet kant.", "An offer is filled. A need is a dashed outline.")}
    >
      <div class="stack-m">
        <Chips
          label={say("Vis opslag", "Show posts")}
          chips={[
            { href: "#posts", text: say("Alt", "All"), current: true },
            { href: "#posts", text: <With icon="circle-dashed">{say("Nogen mangler (49)", "Someone needs (49)")}</With> },
            { href: "#posts", text: <With icon="hand-helping">{say("Nogen giver (37)", "Someone gives (37)")}</With> },
          ]}
        />
        <FilterRow
          action="#posts"
          label={say("Find opslag", "Find posts")}
          submit={say("Vis", "Show")}
          kept={[{ name: "kind", value: "need" }]}
          more={{
            summary: say("Flere valg", "More choices"),
            children: (
              <Select name="when" label={say("Hvornår", "When")} options={[{ value: "", text: say("Når som helst", "Any time") }]} />
            ),
          }}
        >
          <Select name="sort" label={say("Slags", "Sort")} options={[{ value: "", text: say("Alt", "All") }]} />
          <Select
            name="where"
            label={say("Sted", "Place")}
            options={[{ value: "", text: say("Hele kommunen", "The whole municipality") }]}
          />
        </FilterRow>
        <CardGrid>
          {posts(say).map((post) => (
            <Card {...post} href="#posts" />
          ))}
        </CardGrid>
      </div>
    </Section>
    <Section id="counterparts" title={say("Tre, der måske kan hjælpe", "Three that may be able to help")}>
      <Columns
        main={
          <>
            <Counterparts>
              <Counterpart
                title={say("Kantine og mødelokale efter kl. 16", "Canteen and meeting room after 4 pm")}
                href="#counterparts"
                line="Nordlys ApS · Nordby"
                avatar={{ initials: "NO", party: "business" }}
                why={{
                  title: say("Derfor kan I passe sammen", "This is why you may fit"),
                  facts: [
                    say("Lokale, som I søger", "A room, as you look for"),
                    say("1,8 km fra jeres bane", "1.8 km from your field"),
                    say("Ledigt torsdag aften", "Free on Thursday evening"),
                    say("Plads til 40. I er 24", "Room for 40. You are 24"),
                  ],
                  doubts: [
                    say("Vi ved ikke, om man kan komme ind i kørestol. Spørg om det.", "We do not know whether a wheelchair gets in. Ask."),
                  ],
                }}
                action={<ButtonLink href="#letter">{say("Bed om at blive præsenteret", "Ask to be introduced")}</ButtonLink>}
              />
              <Counterpart
                title={say("Lille sal, ledig efter aftale", "Small hall, by agreement")}
                href="#counterparts"
                line={say("Forsamlingshuset", "The village hall")}
                avatar={{ initials: "FO", party: "association" }}
                why={{
                  title: say("Derfor kan I passe sammen", "This is why you may fit"),
                  facts: [say("Lokale, som I søger", "A room, as you look for"), say("600 m fra jeres bane", "600 m from your field")],
                  doubts: [say("Torsdag er ledig hver anden uge.", "Thursday is free every other week.")],
                }}
                action={
                  <ButtonLink kind="secondary" href="#letter" about={say("for Forsamlingshuset", "to the village hall")}>
                    {say("Bed om at blive præsenteret", "Ask to be introduced")}
                  </ButtonLink>
                }
              />
            </Counterparts>
            <LetterForm say={say} />
          </>
        }
        aside={<HowItGoes say={say} />}
      />
    </Section>
  </>
);

const LetterForm = ({ say }: { say: Say }) => (
  <Letter
    id="letter"
    title={say("Præsentér os for Nordlys ApS", "Introduce us to Nordlys ApS")}
    lead={say("De ser teksten her og jeres opslag.", "They see the text here and your post.")}
  >
    <form class="stack-m" action="#letter">
      <TextArea name="hello" label={say("Skriv en kort hilsen", "Write a short greeting")} rows={3} />
      <SlotGrid
        name="slots"
        label={say("Hvornår kan I?", "When can you?")}
        hint={say("Sæt så mange kryds, I vil.", "Tick as many as you like.")}
        days={days.map(([value, danish, english]) => ({ value, text: say(danish, english) }))}
        times={[
          { value: "morning", text: say("For\u00ADmiddag", "Morning") },
          { value: "afternoon", text: say("Efter\u00ADmiddag", "After\u00ADnoon") },
          { value: "evening", text: say("Aften", "Evening") },
        ]}
        values={["thu-evening"]}
      />
      <Button>{say("Send hilsenen", "Send the greeting")}</Button>
    </form>
  </Letter>
);

const HowItGoes = ({ say }: { say: Say }) => (
  <>
    <Box>
      <h3>{say("Sådan går det", "How it goes")}</h3>
      <Thread
        steps={[
          { state: "done", kind: say("Onsdag 18. november", "Wednesday 18 November"), title: say("Opslaget er på", "The post is up") },
          {
            state: "now",
            kind: say("Nu", "Now"),
            title: say("I beder om en præsentation", "You ask to be introduced"),
            text: say("Du vælger, hvem og hvordan.", "You choose who and how."),
          },
          { state: "to", title: say("De siger ja eller nej", "They say yes or no") },
          { state: "to", title: say("I får hinandens kontakt", "You get each other’s contact") },
        ]}
      />
    </Box>
    <StrawBox level={3} title={say("Opslaget udløber", "The post runs out")}>
      <p>{say("Fredag 18. december. Du forlænger med ét klik.", "Friday 18 December. You renew with one click.")}</p>
    </StrawBox>
  </>
);

const With = ({ icon, children }: { icon: IconName; children: string }) => (
  <>
    <Icon name={icon} />
    {children}
  </>
);

const who = (name: string, party: Party) => ({ name, initials: initialsOf(name), party });
const need = (say: Say) => ({ need: true, kind: { icon: "circle-dashed" as const, text: say("Efterlysning", "Wanted") } });
const offer = (say: Say) => ({ kind: { icon: "hand-helping" as const, text: say("Tilbud", "Offer") } });

/** One of each sort of contribution. */
function posts(say: Say): CardProps[] {
  const sort = (icon: IconName, danish: string, english: string) => ({ icon, text: say(danish, english) });
  const place = (text: string) => ({ icon: "map-pin" as const, text });
  const time = (danish: string, english: string) => ({ icon: "clock" as const, text: say(danish, english) });
  return [
    {
      ...need(say),
      sort: sort("house", "Lokale", "Space"),
      title: say("Sted at være inde torsdag aften", "A place indoors on Thursdays"),
      meta: [place("Nordby"), time("Fra januar til marts", "January to March")],
      who: who("Bænkeholdet", "association"),
      last: say("3 kan måske hjælpe", "3 may be able to help"),
    },
    {
      ...offer(say),
      sort: sort("package", "Ting", "Thing"),
      title: say("40 planker egetræ fra lageret", "40 oak planks from the store"),
      meta: [place("Sønderby"), time("32 tilbage", "32 left")],
      who: who("Nordlys ApS", "business"),
      last: say("Passer til 1", "Fits 1"),
    },
    {
      ...offer(say),
      sort: sort("bus", "Kørsel", "Transport"),
      title: say("Jeg kan køre til læge og butik", "I can drive you to the doctor and the shop"),
      meta: [place("Vesterby"), time("Tirsdag og torsdag", "Tuesday and Thursday")],
      who: who("Jonas", "person"),
      last: say("Passer til 4", "Fits 4"),
    },
    {
      ...need(say),
      sort: sort("clock", "Tid", "Time"),
      title: say("Besøgsven, der kan spille skak", "A friend who plays chess"),
      who: who("Ebba", "person"),
    },
    {
      ...offer(say),
      sort: sort("wrench", "Evne", "Skill"),
      title: say("Lektiehjælp i matematik", "Help with mathematics"),
      who: who("Aisha", "person"),
    },
    {
      ...need(say),
      sort: sort("book-open", "Viden", "Knowledge"),
      title: say("En, der kan læse regnskab", "Someone who reads accounts"),
      who: who("Bylauget", "association"),
    },
    {
      ...offer(say),
      sort: sort("hand-coins", "Sponsorat", "Sponsorship"),
      title: say("Trøjer til et hold", "Shirts for a team"),
      who: who("Nordlys ApS", "business"),
    },
    {
      ...offer(say),
      sort: sort("door-open", "Åbne døre", "Open doors"),
      title: say("Kom og se vores værksted", "Come and see our workshop"),
      who: who("Nordlys ApS", "business"),
    },
  ];
}

const days = [
  ["mon", "Mandag", "Monday"],
  ["tue", "Tirsdag", "Tuesday"],
  ["wed", "Onsdag", "Wednesday"],
  ["thu", "Torsdag", "Thursday"],
  ["fri", "Fredag", "Friday"],
  ["sat", "Lørdag", "Saturday"],
  ["sun", "Søndag", "Sunday"],
] as const;
