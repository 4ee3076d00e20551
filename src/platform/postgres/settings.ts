// SPDX-License-Identifier: EUPL-1.2

/**
 * Settings of the private PostgreSQL, for one small machine that also runs the application. They are given on the command
 * line, which outranks every file: nobody can turn durability off by editing one.
 */
export const settings: Readonly<Record<string, string>> = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
  max_connections: "60",
  shared_buffers: "128MB",
  effective_cache_size: "512MB",
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  max_wal_size: "512MB",
  random_page_cost: "1.1",
  // Short queries on two cores: compiling and splitting them costs more than it gives.
  jit: "off",
  max_parallel_workers_per_gather: "0",
  timezone: "UTC",
  log_timezone: "UTC",
  // A failing statement and its details may hold what a citizen wrote: they never reach the log.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_parameter_max_length_on_error: "0",
  log_checkpoints: "off",
  log_line_prefix: "",
};

/** As arguments for `postgres`. */
export const settingArguments = (more: Readonly<Record<string, string>>): string[] =>
  Object.entries({ ...settings, ...more }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
