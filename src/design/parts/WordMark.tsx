// SPDX-License-Identifier: EUPL-1.2
import { Knot } from "./Knot.tsx";

/** The knot and the site's name; a link where `href` is given. The municipality's name stands small behind a rule. */
export function WordMark({
  href,
  name = "Medborger",
  municipality,
}: {
  href?: string | undefined;
  name?: string | undefined;
  municipality?: string | undefined;
}) {
  const inside = (
    <>
      <Knot />
      {name}
      {municipality !== undefined && <small>{municipality}</small>}
    </>
  );
  return href === undefined ? (
    <p class="wordmark">{inside}</p>
  ) : (
    <a class="wordmark" href={href}>
      {inside}
    </a>
  );
}
