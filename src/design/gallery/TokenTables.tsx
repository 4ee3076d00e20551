// SPDX-License-Identifier: EUPL-1.2
import { contrast, partPairs, textPairs } from "../contrast.ts";
import { colours, measures, type Colour } from "../tokens.ts";
import { Section } from "../parts/Page.tsx";
import type { Say } from "./say.ts";

/** The colours, and every pair of them with its contrast as computed from the tokens while this page is made. */
export const TokenTables = ({ say }: { say: Say }) => (
  <>
    <Section
      id="colours"
      title={say("Farver", "Colours")}
      lead={say("Navn, lys og mørk. En farve står aldrig uden ord.", "Name, light and dark. A colour never stands without words.")}
    >
      <ul class="grid">
        {Object.entries(colours).map(([name, [light, dark]]) => (
          <li class="box stack-s">
            <svg width="100%" height="44" aria-hidden="true">
              <rect width="50%" height="44" fill={light} stroke="#6a807d" />
              <rect x="50%" width="50%" height="44" fill={dark} stroke="#6a807d" />
            </svg>
            <p>
              <b>{name}</b>{" "}
              <span class="small quiet">
                {light} · {dark}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </Section>
    <Section
      id="contrast"
      title={say("Kontrast, målt", "Contrast, measured")}
      lead={say(
        "Al tekst har mindst 7:1, alt andet, man skal kunne se, mindst 3:1. En prøve fejler, hvis det ikke holder.",
        "All text has at least 7:1, all else one must see at least 3:1. A test fails if it does not hold.",
      )}
    >
      <div class="columns halves">
        <Ratios caption={say("Tekst, mindst 7", "Text, at least 7")} pairs={textPairs} say={say} />
        <Ratios caption={say("Kanter, ringe og tråd, mindst 3", "Borders, rings and thread, at least 3")} pairs={partPairs} say={say} />
      </div>
    </Section>
    <Section id="measures" title={say("Mål", "Measures")}>
      <div class="table-frame">
        <table>
          <caption>{say("Afstand, hjørner, størrelser", "Space, corners, sizes")}</caption>
          <tbody>
            {Object.entries(measures).map(([name, value]) => (
              <tr>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  </>
);

const Ratios = ({ caption, pairs, say }: { caption: string; pairs: readonly (readonly [Colour, Colour])[]; say: Say }) => (
  <div>
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say("Par", "Pair")}</th>
          <th scope="col" class="number">
            {say("Lys", "Light")}
          </th>
          <th scope="col" class="number">
            {say("Mørk", "Dark")}
          </th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(([ink, ground]) => (
          <tr>
            <td>
              {ink} · {ground}
            </td>
            <td class="number">{contrast(colours[ink][0], colours[ground][0]).toFixed(1)}</td>
            <td class="number">{contrast(colours[ink][1], colours[ground][1]).toFixed(1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
