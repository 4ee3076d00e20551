// SPDX-License-Identifier: EUPL-1.2
import { Check, Checkboxes, Radios } from "../form/Choices.tsx";
import { ErrorSummary } from "../form/ErrorSummary.tsx";
import { Field, Select, TextArea } from "../form/Field.tsx";
import { FieldRow, Fieldset } from "../form/Fieldset.tsx";
import { Filters, SearchForm } from "../form/Filters.tsx";
import { Button } from "../parts/Button.tsx";
import { Section } from "../parts/Page.tsx";
import type { Say } from "./say.ts";

/** Every field, empty, filled and wrong. */
export const FormParts = ({ say }: { say: Say }) => (
  <Section
    id="forms"
    title={say("Felter", "Fields")}
    lead={say("En fejl siger, hvordan den rettes. Det, man skrev, bliver stående.", "An error says how to mend it. What one wrote stays.")}
  >
    <div class="columns halves">
      <form class="stack-m" action="#forms">
        <Field name="name" label={say("Dit navn", "Your name")} autocomplete="name" />
        <Field
          name="mail"
          type="email"
          label={say("Din e-mail", "Your e-mail")}
          optional={say("valgfrit", "optional")}
          hint={say("Så får du besked, når der er nyt.", "Then we tell you when there is news.")}
          autocomplete="email"
        />
        <TextArea
          name="idea"
          label={say("Hvad er din idé?", "What is your idea?")}
          rows={3}
          value={say("Bænke langs åen", "Benches along the stream")}
          counter={say("Højst 2.000 tegn", "At most 2,000 characters")}
        />
        <FieldRow>
          <Field name="day" type="date" label={say("Dag", "Day")} />
          <Field name="number" label={say("Hvor mange kommer I?", "How many are you?")} inputmode="numeric" short />
        </FieldRow>
        <Select
          name="theme"
          label={say("Emne", "Theme")}
          value="nature"
          options={[
            { value: "", text: say("Vælg et emne", "Choose a theme") },
            { value: "nature", text: say("Natur og udeliv", "Nature and outdoors") },
          ]}
        />
        <Radios
          name="stand"
          lying
          label={say("Du er", "You are")}
          value="for"
          choices={[
            { value: "for", text: say("For", "For") },
            { value: "against", text: say("Imod", "Against") },
            { value: "ask", text: say("Har et spørgsmål", "Asking") },
          ]}
        />
        <Checkboxes
          name="state"
          label={say("Hvor langt er den?", "How far is it?")}
          values={["wait"]}
          choices={[
            { value: "wait", text: say("Venter på svar", "Waiting"), count: 15 },
            { value: "yes", text: say("Vi gør det", "We do it"), count: 33 },
            { value: "closed", text: say("Lukket", "Closed"), disabled: true },
          ]}
        />
        <Check
          name="follow"
          checked
          text={say("Skriv til mig, når der er nyt", "Write to me when there is news")}
          hint={say("Du kan fortryde når som helst.", "You can undo it at any time.")}
        />
        <Button kind="secondary">{say("Se det igennem", "Check it")}</Button>
      </form>
      <div class="stack-m">
        <ErrorSummary
          level={3}
          title={say("To ting mangler, før vi kan sende", "Two things are missing before we can send")}
          errors={[
            { href: "#wrong-idea", text: say("Skriv, hvad din idé går ud på", "Write what your idea is") },
            { href: "#wrong-stand", text: say("Vælg for eller imod", "Choose for or against") },
          ]}
        />
        <Field
          name="wrong-idea"
          label={say("Hvad er din idé?", "What is your idea?")}
          error={say("Skriv, hvad din idé går ud på. Én linje er nok.", "Write what your idea is. One line is enough.")}
          errorWord={say("Fejl:", "Error:")}
        />
        <Radios
          name="wrong-stand"
          label={say("Du er", "You are")}
          error={say("Vælg for eller imod.", "Choose for or against.")}
          errorWord={say("Fejl:", "Error:")}
          choices={[
            { value: "for", text: say("For", "For"), hint: say("Idéen er god.", "The idea is good.") },
            { value: "against", text: say("Imod", "Against") },
          ]}
        />
        <Fieldset large legend={say("Hvor er det?", "Where is it?")}>
          <Select
            name="place"
            wide
            label={say("Sted", "Place")}
            groups={[
              { label: say("Mod nord", "North"), options: [{ value: "n", text: "Nordby" }] },
              { label: say("Mod syd", "South"), options: [{ value: "s", text: "Sønderby" }] },
            ]}
          />
        </Fieldset>
        <SearchForm
          id="gallery-search"
          action="#forms"
          label={say("Søg efter idé, opgave eller sted", "Search for an idea, task or place")}
          submit={say("Søg", "Search")}
          placeholder={say("Idé, opgave eller sted", "Idea, task or place")}
        />
        <Filters
          action="#forms"
          open
          summary={say("Søg i idéerne", "Search the ideas")}
          label={say("Søg og vælg idéer", "Search and choose ideas")}
          submit={say("Vis idéer", "Show ideas")}
        >
          <Field id="filter-search" name="q" type="search" label={say("Søg i idéer", "Search ideas")} />
        </Filters>
      </div>
    </div>
  </Section>
);
