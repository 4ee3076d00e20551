// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance, InjectOptions } from "fastify";

export type Response = {
  status: number;
  text: string;
  location: string | undefined;
  headers: Record<string, string | string[] | number | undefined>;
};
export type Form = Record<string, string | string[]>;

/** A browser without a screen: keeps its cookies, reads forms as they stand and sends them as a browser would. */
export type Client = {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Opens the form on a page, fills it and sends it after a human pause. */
  fill(path: string, values: Form): Promise<Response>;
  /** Sends fields as they are, with the Origin of our own pages unless headers say otherwise. */
  post(path: string, values: Form, headers?: Record<string, string>): Promise<Response>;
  /** The same as a form with files: name of the field → the file's name and bytes. */
  upload(
    path: string,
    values: Form,
    files: Record<string, { name: string; bytes: Buffer }>,
    headers?: Record<string, string>,
  ): Promise<Response>;
  /** Key and token as they stand on a form page. */
  open(path: string): Promise<{ _key: string; _token: string; page: Response }>;
  json(method: "GET" | "POST", path: string, body?: unknown, headers?: Record<string, string>): Promise<Response & { body: unknown }>;
  follow(response: Response): Promise<Response>;
  cookies: Map<string, string>;
};

export type ClientOptions = { origin: string; pause(): void; address?: string };

export function makeClient(server: FastifyInstance, { origin, pause, address = "127.0.0.1" }: ClientOptions): Client {
  const cookies = new Map<string, string>();
  const inject = async (options: InjectOptions): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const reply = await server.inject({
      ...options,
      remoteAddress: address,
      headers: { host: new URL(origin).host, ...(cookie ? { cookie } : {}), ...options.headers },
    });
    for (const { name, value, maxAge, expires } of reply.cookies) {
      if (maxAge === 0 || value === "" || (expires && expires.getTime() <= 0)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return { status: reply.statusCode, text: reply.payload, location: reply.headers.location, headers: reply.headers };
  };
  const client: Client = {
    cookies,
    get: (path, headers = {}) => inject({ method: "GET", url: path, headers }),
    post: (path, values, headers = {}) =>
      inject({
        method: "POST",
        url: path,
        payload: encode(values),
        headers: { "content-type": "application/x-www-form-urlencoded", origin, "sec-fetch-site": "same-origin", ...headers },
      }),
    upload: (path, values, files, headers = {}) =>
      inject({
        method: "POST",
        url: path,
        payload: withFiles(values, files),
        headers: { "content-type": `multipart/form-data; boundary=${boundary}`, origin, "sec-fetch-site": "same-origin", ...headers },
      }),
    async open(path) {
      const page = await client.get(path);
      return { _key: hidden(page.text, "_key"), _token: hidden(page.text, "_token"), page };
    },
    async fill(path, values) {
      const { _key, _token, page } = await client.open(path);
      if (page.status !== 200) return page;
      pause();
      return client.post(path, { _key, _token, _web: "", ...values });
    },
    async json(method, path, body, headers = {}) {
      const response = await inject({
        method,
        url: path,
        headers: { accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      });
      return { ...response, body: response.text === "" ? undefined : JSON.parse(response.text) };
    },
    async follow(response) {
      if (response.location === undefined) throw new Error(`Nothing to follow: ${response.status} ${response.text.slice(0, 400)}`);
      return client.get(response.location);
    },
  };
  return client;
}

const hidden = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";

const boundary = "----medborger-test";

function withFiles(values: Form, files: Record<string, { name: string; bytes: Buffer }>): Buffer {
  const part = (head: string, body: Buffer): Buffer =>
    Buffer.concat([Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`), body, Buffer.from("\r\n")]);
  return Buffer.concat([
    ...Object.entries(values).flatMap(([name, value]) => [value].flat().map((item) => part(`name="${name}"`, Buffer.from(item)))),
    ...Object.entries(files).map(([name, file]) =>
      part(`name="${name}"; filename="${file.name}"\r\nContent-Type: application/octet-stream`, file.bytes),
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
}

function encode(values: Form): string {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) for (const item of [value].flat()) body.append(name, item);
  return body.toString();
}
