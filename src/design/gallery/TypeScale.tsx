// SPDX-License-Identifier: EUPL-1.2
import { Section } from "../parts/Page.tsx";
import { Quote } from "../parts/Answer.tsx";
import type { Say } from "./say.ts";

/** The scale of type: the serif speaks, the sans holds things. */
export const TypeScale = ({ say }: { say: Say }) => (
  <Section
    id="type"
    band
    title={say("Bogstaver", "Type")}
    lead={say("Stemmen er Hedvig Letters Serif. Alt andet er Figtree.", "The voice is Hedvig Letters Serif. All else is Figtree.")}
  >
    <div class="stack">
      <p class="big">
        41 <small>{say("af 44", "of 44")}</small>
      </p>
      <h3>{say("h3: Bænke og læ ved åen", "h3: Benches and shelter by the stream")}</h3>
      <h4>{say("h4: Hvem bygger dem?", "h4: Who builds them?")}</h4>
      <p class="lead">{say("Manchet: Kom med en idé, giv en hånd eller få en.", "Lead: Bring an idea, lend a hand or get one.")}</p>
      <p class="measure">
        {say(
          "Brødtekst på 17 px og højst 68 tegn. Æ, ø og å, é, ü og ß hører med i den første fil, og så gør 0123456789.",
          "Running text at 17 px and at most 68 characters. Æ, ø and å, é, ü and ß are in the first file, and so are 0123456789.",
        )}{" "}
        <a href="#type">{say("Sådan ser et link ud", "This is a link")}</a>
      </p>
      <p class="small quiet">
        {say("Småt: 15 px og den anden slags blæk. Intet er under 14 px.", "Small: 15 px in the second ink. Nothing is under 14 px.")}
      </p>
      <Quote by={say("Karen, bor ved åen", "Karen, lives by the stream")}>
        {say("Der er fire kilometer mellem bænkene.", "There are four kilometres between the benches.")}
      </Quote>
    </div>
  </Section>
);
