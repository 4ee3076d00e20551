// SPDX-License-Identifier: EUPL-1.2
export function copyProject(): { folder: string; env: NodeJS.ProcessEnv; remove: () => void };
