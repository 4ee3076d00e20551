// SPDX-License-Identifier: EUPL-1.2
import { isIP } from "node:net";
import { OperatorError } from "./sentence.ts";

/** A setting that cannot be used. Its message is one sentence that says what to do; it never repeats a password. */
export class ConfigError extends OperatorError {
  override name = "ConfigError";
}

/** One reader per kind of setting. Each gives undefined where the setting is missing or empty. */
export type Reader = ReturnType<typeof read>;

export function read(env: Readonly<Record<string, string | undefined>>) {
  function text(name: string): string | undefined {
    const value = env[name]?.trim();
    // A line break or NUL would reach mail headers, file names and logs.
    if (value && /[\p{Cc}\u2028\u2029]/u.test(value))
      throw new ConfigError(`${name} holds a line break or another control character: write it on one line.`);
    return value || undefined;
  }

  /** Applies a rule to a setting that is there. The rule gives undefined for what it cannot use. */
  function checked<T>(name: string, wanted: string, rule: (value: string) => T | undefined): T | undefined {
    const value = text(name);
    if (value === undefined) return undefined;
    const result = rule(value);
    if (result === undefined) throw new ConfigError(`${name} cannot be used as it is: set it to ${wanted}.`);
    return result;
  }

  function oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    return checked(name, allowed.join(", ").replace(/, ([^,]*)$/, " or $1"), (value) => allowed.find((known) => known === value));
  }

  function list<T extends string>(name: string, allowed: readonly T[]): T[] | undefined {
    return checked(name, `one or more of ${allowed.join(", ")}, with commas between`, (value) => {
      const found = value.split(",").map((part) => allowed.find((known) => known === part.trim()));
      return found.every((part) => part !== undefined) ? found : undefined;
    });
  }

  return {
    text,
    oneOf,
    list,
    path: text,
    flag: (name: string): boolean | undefined =>
      checked(name, "1 or 0", (value) => (value === "1" ? true : value === "0" ? false : undefined)),
    port: (name: string): number | undefined =>
      checked(name, "a number from 0 to 65535, such as 3000", (value) =>
        /^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : undefined,
      ),
    host: (name: string): string | undefined =>
      checked(name, "an address of this machine, such as 127.0.0.1 or 0.0.0.0", (value) =>
        isIP(value) || /^[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?$/i.test(value) ? value : undefined,
      ),
    url: (name: string, protocols: readonly string[], example: string): string | undefined =>
      checked(name, `an address such as ${example}`, (value) => {
        const url = URL.parse(value);
        return url && protocols.includes(url.protocol) && (url.hostname || url.searchParams.has("host")) ? value : undefined;
      }),
    sender: (name: string): string | undefined =>
      checked(name, "a mail address, such as Medborger <medborger@example.dk>", (value) =>
        /^(?:[^<>@",;]{1,100} <[^\s<>@",;]+@[^\s<>@",;]+>|[^\s<>@",;]+@[^\s<>@",;]+)$/.test(value) ? value : undefined,
      ),
    networks: (name: string): string[] | undefined =>
      checked(name, "addresses or networks with commas between, such as 127.0.0.1,10.0.0.0/8", (value) => {
        const parts = value.split(",").map((part) => part.trim());
        return parts.every(isNetwork) ? parts : undefined;
      }),
  };
}

/** `/0` is refused: it would believe every visitor's own word for where they come from. */
function isNetwork(part: string): boolean {
  const [ip = "", bits, ...more] = part.split("/");
  const version = isIP(ip);
  if (version === 0 || ip.includes("%") || more.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
