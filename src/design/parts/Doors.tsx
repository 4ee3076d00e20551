// SPDX-License-Identifier: EUPL-1.2
import type { Content, Level } from "../types.ts";
import { DoorDrawing } from "./Drawing.tsx";
import { Heading } from "./Heading.tsx";
import { Icon } from "./Icon.tsx";

export type Door = { kind: "idea" | "help" | "missing"; title: Content; href: string; text: Content; more: Content };

/** The three doors of the front page: I have an idea, I want to help, I miss something. */
export const Doors = ({ doors, level = 2 }: { doors: readonly Door[]; level?: Level }) => (
  <div class="doors">
    {doors.map(({ kind, title, href, text, more }) => (
      <div class={`door ${kind}`}>
        <DoorDrawing kind={kind} />
        <div class="door-text">
          <Heading level={level} class="door-title">
            <a href={href}>{title}</a>
          </Heading>
          <p>{text}</p>
          <span class="more">
            {more} <Icon name="arrow-right" />
          </span>
        </div>
      </div>
    ))}
  </div>
);
