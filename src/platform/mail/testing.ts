// SPDX-License-Identifier: EUPL-1.2
// For tests only: a mail server that behaves as badly as it is told.
import type { AddressInfo, Socket } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** What a server did with a letter it had read to the end. */
export type Letter = { to: string; subject: string; messageId: string; raw: string };
/** `later` and `never` answer the recipient 4xx and 5xx; `refuse` answers the words 5xx; `cut` takes the letter and hangs up without a word; `slow` answers when told. */
export type Manner = "take" | "later" | "never" | "refuse" | "cut" | "slow";

export type MailServer = { url: string; letters: Letter[]; answerSlow(): void; down(): Promise<void>; up(): Promise<void> };

/** In: how to treat a recipient, and the how-many-th time that is. */
export async function openMailServer(manner: (to: string, time: number) => Manner = () => "take"): Promise<MailServer> {
  const letters: Letter[] = [];
  const times = new Map<string, number>();
  const sockets = new Map<number, Socket>();
  const waiting: (() => void)[] = [];
  let server: SMTPServer | undefined;
  let port = 0;
  const next = (to: string): Manner => {
    const time = (times.get(to) ?? 0) + 1;
    times.set(to, time);
    return manner(to, time);
  };
  const make = () => {
    const manners = new Map<string, Manner>();
    const made = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      logger: false,
      closeTimeout: 1,
      onRcptTo({ address }, session, done) {
        const how = next(address);
        manners.set(session.id, how);
        if (how === "later") done(Object.assign(new Error(`<${address}> try again`), { responseCode: 450 }));
        else if (how === "never") done(Object.assign(new Error(`<${address}> unknown`), { responseCode: 550 }));
        else done();
      },
      onData(stream, session, done) {
        void text(stream).then((raw) => {
          const how = manners.get(session.id);
          if (how === "refuse") return done(Object.assign(new Error("no such words here"), { responseCode: 554 }));
          letters.push({
            raw,
            to: session.envelope.rcptTo[0]?.address ?? "",
            subject: header(raw, "Subject"),
            messageId: header(raw, "Message-ID"),
          });
          if (how === "cut") return sockets.get(session.remotePort)?.destroy();
          return how === "slow" ? waiting.push(done) : done();
        });
      },
    });
    made.server.on("connection", (socket) => sockets.set(socket.remotePort ?? 0, socket));
    made.on("error", () => {});
    return made;
  };
  const up = async () => {
    server = make();
    const listening = server;
    await new Promise<void>((resolve) => listening.listen(port, "127.0.0.1", resolve));
    ({ port } = listening.server.address() as AddressInfo);
  };
  await up();
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    up,
    answerSlow: () => waiting.splice(0).forEach((answer) => answer()),
    down: () => new Promise<void>((resolve) => server?.close(resolve)),
  };
}

const header = (raw: string, name: string): string =>
  new RegExp(`^${name}: (.*)$`, "mi").exec(raw.replace(/\r\n\s+/g, " "))?.[1]?.trim() ?? "";
