// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink } from "../parts/Button.tsx";
import { Chart } from "../parts/Chart.tsx";
import { Doors } from "../parts/Doors.tsx";
import { Dots } from "../parts/Dots.tsx";
import { FieldsArt, Hero, PlacePortrait } from "../parts/Fields.tsx";
import { Rows } from "../parts/ListItem.tsx";
import { Section } from "../parts/Page.tsx";
import { PlaceList, PlaceMap } from "../parts/PlaceMap.tsx";
import { Rates } from "../parts/Rates.tsx";
import { Status } from "../parts/Status.tsx";
import { DueBlocks, WorkRow } from "../parts/Work.tsx";
import { sampleDrawing, samplePlaces } from "./places.ts";
import type { Say } from "./say.ts";

/** Pictures grown from places and names, and figures. */
export const PictureParts = ({ say }: { say: Say }) => (
  <>
    <Section
      id="pictures"
      title={say("Billeder uden fotografier", "Pictures without photographs")}
      lead={say(
        "De er tegnet af steder og navne. Samme sted ser altid ens ud.",
        "They are drawn from places and names. The same place always looks the same.",
      )}
    >
      <div class="stack">
        <Doors
          level={3}
          doors={[
            {
              kind: "idea",
              title: say("Jeg har en idé", "I have an idea"),
              href: "#pictures",
              text: say("Skriv den på et minut.", "Write it in a minute."),
              more: say("Skriv din idé", "Write your idea"),
            },
            {
              kind: "help",
              title: say("Jeg vil hjælpe", "I want to help"),
              href: "#pictures",
              text: say("En time er også en hjælp.", "An hour is a help, too."),
              more: say("Se opgaver", "See tasks"),
            },
            {
              kind: "missing",
              title: say("Jeg mangler noget", "I need something"),
              href: "#pictures",
              text: say("Hænder, et lokale, viden.", "Hands, a room, knowledge."),
              more: say("Fortæl om det", "Tell us"),
            },
          ]}
        />
        <PlacePortrait name="Nordby" />
        <PlacePortrait name="Sønderby" thread={false} />
      </div>
    </Section>
    <Hero art={<FieldsArt drawing={sampleDrawing} id="gallery-fields" />}>
      <p class="said">{say("Felter, set fra luften", "Fields, seen from the air")}</p>
      <p class="lead">
        {say(
          "Stederne giver felterne, vandet løber igennem, og den røde tråd binder fem steder sammen.",
          "The places make the fields, the water runs through, and the red thread ties five places together.",
        )}
      </p>
    </Hero>
    <Section
      id="map"
      title={say("Kortet", "The map")}
      lead={say(
        "Hvert felt er et sted. Tallene står i listen ved siden af.",
        "Each field is a place. The numbers stand in the list beside it.",
      )}
    >
      <div class="columns halves">
        <PlaceMap
          drawing={sampleDrawing}
          reuse="gallery-fields"
          sentence={say(
            "Kort over 16 steder. Mest er i gang i Midtby og Sønderby, intet i Engby.",
            "Map of 16 places. Most is going on in Midtby and Sønderby, nothing in Engby.",
          )}
          labelled={["nordby", "havn", "midtby", "sønderby", "vesterby", "østerby"]}
          words={{
            andMore: say("og flere", "and more"),
            notBorders: say("Felterne viser ikke grænser.", "The fields do not show borders."),
          }}
        />
        <PlaceList places={samplePlaces.map(({ name, count }) => ({ name, href: "#map", count }))} />
      </div>
    </Section>
    <Section
      id="figures"
      title={say("Tal", "Figures")}
      lead={say("Altid med begge tal. Et svar er en prik.", "Always with both numbers. An answer is a dot.")}
    >
      <div class="columns halves">
        <div class="stack">
          <p class="big">
            41 <small>{say("af 44", "of 44")}</small>
          </p>
          <Dots kept={41} total={44} />
          <Rates
            goal={0.9}
            from={0.5}
            rates={[
              { name: say("Skoler", "Schools"), part: 24 / 25, words: say("24 af 25", "24 of 25") },
              {
                name: say("Veje", "Roads"),
                part: 18 / 23,
                words: say("18 af 23", "18 of 23"),
                belowWords: say("under målet", "below the goal"),
              },
            ]}
          />
          <p class="small quiet">
            {say("Stiplet linje: 90 %. Skalaen går fra 50 til 100 %.", "Dashed line: 90 %. The scale runs from 50 to 100 %.")}
          </p>
        </div>
        <Chart
          goal={30}
          counts={[
            { at: 0, count: 4 },
            { at: 0.2, count: 7 },
            { at: 0.45, count: 11 },
            { at: 0.7, count: 17 },
            { at: 0.94, count: 21 },
          ]}
          sentence={say("Antal projekter steg fra 4 til 21. Målet er 30.", "The number of projects rose from 4 to 21. The goal is 30.")}
          words={{ goal: say("Mål: 30", "Goal: 30"), pace: say("jævnt tempo", "even pace"), now: say("21 nu", "21 now") }}
          dates={[
            { at: 0, text: "jan. 2025" },
            { at: 1, text: say("dec. 2026", "Dec. 2026") },
          ]}
        />
      </div>
    </Section>
    <Section id="work" title={say("Arbejdsbordet", "The workbench")}>
      <div class="stack">
        <DueBlocks days={dueDays(say)} />
        <Rows>
          <WorkRow
            status={<Status sign="late">{say("1 dag over", "1 day late")}</Status>}
            title={say("Aftenåbent værksted", "Workshop open at night")}
            href="#work"
            about={say("Idé fra Karen", "Idea from Karen")}
            why={say("Skulle være svaret fredag 20. november.", "Was due on Friday 20 November.")}
            action={
              <ButtonLink small href="#work">
                {say("Svar nu", "Answer now")}
              </ButtonLink>
            }
          />
          <WorkRow
            status={<Status sign="upcoming">{say("Torsdag 26.", "Thursday 26")}</Status>}
            title={say("Skraldespand ved åen", "Bin by the stream")}
            href="#work"
            why={say("Svar senest torsdag 26. november", "Answer by Thursday 26 November")}
            action={
              <ButtonLink small kind="secondary" href="#work">
                {say("Svar", "Answer")}
              </ButtonLink>
            }
          />
        </Rows>
      </div>
    </Section>
  </>
);

const dueDays = (say: Say) =>
  [2, 1, 0, 3, 1, 2, 4, 0, 1, 2].map((count, index) => ({
    weekday: say(["ma", "ti", "on", "to", "fr"][index % 5] ?? "", ["Mo", "Tu", "We", "Th", "Fr"][index % 5] ?? ""),
    date: `${23 + index + (index > 4 ? 2 : 0) > 30 ? index - 5 : 23 + index + (index > 4 ? 2 : 0)}.`,
    iso: index > 5 ? `2026-12-0${index - 5}` : `2026-11-${23 + index + (index > 4 ? 2 : 0)}`,
    count,
    words: say(`${count} frister`, `${count} deadlines`),
    today: index === 0,
  }));
