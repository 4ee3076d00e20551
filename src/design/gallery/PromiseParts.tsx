// SPDX-License-Identifier: EUPL-1.2
import { Answer, Comment, StandMark } from "../parts/Answer.tsx";
import { Avatar, Who } from "../parts/Avatar.tsx";
import { Rows } from "../parts/ListItem.tsx";
import { Section } from "../parts/Page.tsx";
import { Thread, type Step } from "../parts/Thread.tsx";
import { Kept, StrawBox, WhatWhoWhen } from "../parts/WhatWhoWhen.tsx";
import type { Say } from "./say.ts";

/** What is promised, what was answered, the thread. */
export const PromiseParts = ({ say }: { say: Say }) => (
  <>
    <Section
      id="promise"
      title={say("Løftet", "The promise")}
      lead={say("Hver side, hvor nogen venter, siger hvad, hvem og hvornår.", "Every page where someone waits says what, who and when.")}
    >
      <div class="columns halves">
        <WhatWhoWhen
          level={3}
          title={say("Tak, Karen. Vi har din idé.", "Thank you, Karen. We have your idea.")}
          what={say("Din idé bliver læst", "Your idea will be read")}
          who="Signe"
          when={say("Du får svar senest mandag 23. november", "You get an answer by Monday 23 November")}
          words={{ what: say("Hvad", "What"), who: say("Hvem", "Who"), when: say("Hvornår", "When") }}
        >
          <p class="small">{say("Gem nummeret I-2026-0142.", "Keep the number I-2026-0142.")}</p>
        </WhatWhoWhen>
        <StrawBox level={3} title={say("Opslaget udløber", "The notice expires")}>
          <p>{say("Fredag 18. december. Vi skriver en uge før.", "Friday 18 December. We write a week before.")}</p>
        </StrawBox>
      </div>
    </Section>
    <Section id="answers" title={say("Svaret", "The answer")}>
      <Answer
        said={say(
          "Ja, det kan lade sig gøre. I bygger bænkene, og vi støber fundamenterne.",
          "Yes, it can be done. You build the benches, and we cast the foundations.",
        )}
        who={<Who initials="SI" employee name="Signe" line={say("torsdag 12. november 2026", "Thursday 12 November 2026")} />}
      >
        <p>{say("Stien er bred nok tre steder. De er sat på kortet.", "The path is wide enough in three places. They are on the map.")}</p>
      </Answer>
      <Kept>
        {say(
          "Vi lovede svar senest mandag 23. november. Det kom efter 8 arbejdsdage.",
          "We promised an answer by Monday 23 November. It came after 8 working days.",
        )}
      </Kept>
      <Kept late>
        {say(
          "Vi lovede svar senest fredag 20. november. Det kom 2 arbejdsdage for sent.",
          "Promised by Friday 20 November. Given 2 working days late.",
        )}
      </Kept>
    </Section>
    <Section
      id="thread"
      band
      title={say("Tråden", "The thread")}
      lead={say(
        "Det, der er sket, er fast. Det, der er lovet, er stiplet. Ringen er nu.",
        "What has happened is solid. What is promised is dashed. The ring is now.",
      )}
    >
      <div class="stack-l">
        <Thread lying steps={steps(say)} />
        <Thread level={3} steps={steps(say)} />
      </div>
    </Section>
    <Section id="comments" title={say("Samtale", "Talk")}>
      <div class="stack-l">
        <Rows>
          <Comment
            avatar={<Avatar initials="KA" />}
            name="Karen"
            line={say("tirsdag 3. november", "Tuesday 3 November")}
            stand={<StandMark stand="question">{say("Spørgsmål", "Question")}</StandMark>}
            replies={
              <Comment avatar={<Avatar initials="SI" employee small />} name="Signe" line={say("fredag 6. november", "Friday 6 November")}>
                <p>{say("Det gør vi, hver tirsdag.", "We do, every Tuesday.")}</p>
              </Comment>
            }
          >
            <p>{say("Hvem tømmer skraldespanden?", "Who empties the bin?")}</p>
          </Comment>
        </Rows>
        <div class="buttons">
          <StandMark stand="for">{say("For", "For")}</StandMark>
          <StandMark stand="against">{say("Imod", "Against")}</StandMark>
        </div>
      </div>
    </Section>
  </>
);

const steps = (say: Say): readonly Step[] => [
  {
    state: "done",
    kind: say("Idé · mandag 2. november", "Idea · Monday 2 November"),
    title: say("Karen skrev idéen", "Karen wrote the idea"),
    text: say("46 støtter den.", "46 support it."),
  },
  {
    state: "done",
    kind: say("Svar · torsdag 12. november", "Answer · Thursday 12 November"),
    title: say("I gør det – vi hjælper", "You do it – we help"),
  },
  {
    state: "now",
    kind: say("Lige nu", "Right now"),
    title: say("Egetræ til tre bænke", "Oak for three benches"),
    href: "#thread",
    text: say("2 kan måske hjælpe.", "2 may be able to help."),
  },
  {
    state: "to",
    kind: say("Lørdag 12. december", "Saturday 12 December"),
    title: say("Byggedag", "Building day"),
    text: say("Der er plads til 10.", "There is room for 10."),
  },
];
