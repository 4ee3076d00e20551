// SPDX-License-Identifier: EUPL-1.2
import type { Content, Level } from "../types.ts";
import { Heading } from "./Heading.tsx";

/** One working day: its short name and date ("ma", "23."), the full date for machines, and how many deadlines it has, in words too. */
export type DueDay = { weekday: string; date: string; iso: string; count: number; words: string; today?: boolean };

/** What is due as blocks over ten working days; today is yellow. */
export const DueBlocks = ({ days }: { days: readonly DueDay[] }) => (
  <ol class="due">
    {days.map((day) => (
      <li class={day.today ? "today" : undefined}>
        <span class="blocks" aria-hidden="true">
          {Array.from({ length: Math.min(day.count, 8) }, () => (
            <i />
          ))}
        </span>
        <span class="hidden-text">{day.words}</span>
        <time dateTime={day.iso}>
          {day.weekday}
          <br />
          {day.date}
        </time>
      </li>
    ))}
  </ol>
);

/** One thing to do: when (a `Status`), what, why, and one button. The button is filled only where it is due today. */
export const WorkRow = ({
  id,
  status,
  title,
  href,
  level = 3,
  about,
  why,
  action,
}: {
  /** Where a link that skips to it leads. */
  id?: string | undefined;
  status: Content;
  title: Content;
  href: string;
  level?: Level;
  about?: Content;
  why?: Content;
  action?: Content;
}) => (
  <li class="work" id={id}>
    <div class="work-when">{status}</div>
    <div class="work-what">
      <Heading level={level} class="title item-title">
        <a href={href}>{title}</a>
      </Heading>
      {about !== undefined && <p class="small quiet">{about}</p>}
    </div>
    <p class="small">{why}</p>
    <div class="work-act">{action}</div>
  </li>
);
