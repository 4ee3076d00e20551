// SPDX-License-Identifier: EUPL-1.2
export function build(): Promise<boolean>;
export function bundle(entry: string, outfile: string): Promise<void>;
