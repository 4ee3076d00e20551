// SPDX-License-Identifier: EUPL-1.2
import { names, type Content, type Level } from "../types.ts";
import { Heading } from "./Heading.tsx";

export type Step = {
  /** done: solid knot. now: ring. to: dashed, on its way. */
  state: "done" | "now" | "to";
  /** Kind and date: "Idé · mandag 2. november". */
  kind?: Content;
  title: Content;
  href?: string | undefined;
  text?: Content;
};

/**
 * The red thread: what has happened is solid, what is promised is dashed, where we are is a ring.
 * `lying` lays it down from 960 px, with up to six steps; longer ones stand. `level` makes the steps' titles headings.
 */
export const Thread = ({ steps, lying = false, level }: { steps: readonly Step[]; lying?: boolean; level?: Level }) => (
  <ol class={names("thread", lying && steps.length <= 6 && "lying")}>
    {steps.map((step) => (
      <li class={step.state === "done" ? undefined : step.state} aria-current={step.state === "now" ? "step" : undefined}>
        {step.kind !== undefined && <span class="step-kind">{step.kind}</span>}
        <Title level={level}>{step.href === undefined ? step.title : <a href={step.href}>{step.title}</a>}</Title>
        {step.text !== undefined && <span class="step-text">{step.text}</span>}
      </li>
    ))}
  </ol>
);

const Title = ({ level, children }: { level: Level | undefined; children: Content }) =>
  level === undefined ? (
    <b class="step-title">{children}</b>
  ) : (
    <Heading level={level} class="step-title">
      {children}
    </Heading>
  );
