// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from "preact";
import type { Visit } from "#platform/http/route.ts";
import { inLanguage } from "#platform/http/path.ts";

/** A form that sends to its own page, with its key, this browser's token and a field that only a robot fills. */
export function FormOf({
  visit,
  class: className,
  files = false,
  children,
}: {
  visit: Visit;
  class?: string;
  /** It takes files: its route says in which fields. */
  files?: boolean;
  children: ComponentChildren;
}) {
  if (!visit.form) throw new Error("A form stands on a page that is shared; give it a page of its own.");
  return (
    <form
      method="post"
      action={inLanguage(visit.path, visit.lang)}
      class={className}
      enctype={files ? "multipart/form-data" : undefined}
      novalidate
    >
      <input type="hidden" name="_key" value={visit.form.key} />
      <input type="hidden" name="_token" value={visit.form.token} />
      {visit.back !== undefined && <input type="hidden" name="_back" value={visit.back} />}
      <p class="trap" hidden>
        <label>
          Web <input type="text" name="_web" tabindex={-1} autocomplete="off" />
        </label>
      </p>
      {children}
    </form>
  );
}
