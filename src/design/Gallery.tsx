// SPDX-License-Identifier: EUPL-1.2
import { ExchangeParts } from "./gallery/ExchangeParts.tsx";
import { FormParts } from "./gallery/FormParts.tsx";
import { PictureParts } from "./gallery/PictureParts.tsx";
import { PromiseParts } from "./gallery/PromiseParts.tsx";
import { ThingParts } from "./gallery/ThingParts.tsx";
import { TokenTables } from "./gallery/TokenTables.tsx";
import { TypeScale } from "./gallery/TypeScale.tsx";
import { PageHead } from "./parts/Page.tsx";
import { in_ } from "./gallery/say.ts";

/**
 * The body of the page that shows the whole design: every token with its measured contrast, the type, every part in every state.
 * It is documentation, so its sample words stand here, in Danish and in English. In: "da"; anything else is English.
 */
export function Gallery({ lang }: { lang: string }) {
  const say = in_(lang);
  return (
    <>
      <div class="page">
        <PageHead
          title={say("Sådan ser Medborger ud", "What Medborger looks like")}
          lead={say(
            "Alle farver, bogstaver og dele, og hvordan de ser ud i hver tilstand. Siderne er lavet af dem her og intet andet.",
            "All colours, letters and parts, and how they look in each state. The pages are made of these and nothing else.",
          )}
        />
      </div>
      <TokenTables say={say} />
      <TypeScale say={say} />
      <ThingParts say={say} />
      <PromiseParts say={say} />
      <ExchangeParts say={say} />
      <FormParts say={say} />
      <PictureParts say={say} />
    </>
  );
}
