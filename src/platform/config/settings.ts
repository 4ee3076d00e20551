// SPDX-License-Identifier: EUPL-1.2

/** Every setting of the environment. The documentation is checked against this list. */
export const settings: readonly { name: string; default: string; meaning: string }[] = [
  { name: "PORT", default: "3000", meaning: "The port to listen on." },
  {
    name: "HOST",
    default: "127.0.0.1 (0.0.0.0 with DEMO_PUBLIC=1)",
    meaning: "The address to listen on: put a proxy with TLS in front, or set 0.0.0.0 inside a container.",
  },
  {
    name: "BASE_URL",
    default: "http://localhost:PORT",
    meaning: "The address people use, as it stands in mails and feeds; https except on this machine and in a demo.",
  },
  { name: "DATABASE_URL", default: "none", meaning: "A PostgreSQL 15 or newer; without it Medborger starts its own in DATA_DIR." },
  { name: "DATA_DIR", default: "data", meaning: "The folder of the own PostgreSQL, the secret and the files." },
  {
    name: "SECRET_FILE",
    default: "DATA_DIR/secret",
    meaning: "32 random bytes that sign forms and links; made at first start, shared by all processes of one municipality.",
  },
  {
    name: "MUNICIPALITY",
    default: "the only folder in municipalities/",
    meaning: "Which municipality to load at first start, as code and name.",
  },
  {
    name: "DEMO",
    default: "1 where there is neither DATABASE_URL nor a data folder that was run with DEMO=0",
    meaning: "1 for invented people whom anyone may log in as; 0 for real use.",
  },
  { name: "DEMO_PUBLIC", default: "0", meaning: "1 lets a demo be reached from other machines." },
  {
    name: "SMTP_URL",
    default: "none",
    meaning: "Where mail is sent, as smtp://user:password@host:587; without it no mail leaves, and a demo shows it at /dev/mail.",
  },
  { name: "MAIL_FROM", default: "Medborger <medborger@localhost>", meaning: "The sender of mails; must be set with SMTP_URL." },
  { name: "ROLE", default: "web,worker", meaning: "What this process does: web, worker or both." },
  {
    name: "TRUST_PROXY",
    default: "none",
    meaning: "Addresses or networks of proxies whose X-Forwarded-For is believed, such as 127.0.0.1,10.0.0.0/8.",
  },
  { name: "NAMED_STATEMENTS", default: "1", meaning: "0 behind a pgbouncer before 1.21, which loses prepared statements." },
  { name: "LOG_LEVEL", default: "info; in a demo warn", meaning: "fatal, error, warn, info, debug, trace or silent." },
];
