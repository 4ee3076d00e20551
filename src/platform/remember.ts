// SPDX-License-Identifier: EUPL-1.2

/** The same function, which gives what it gave before for the same thing. In: how many are remembered; then it begins anew. */
export function remember<From, To extends {}>(make: (from: From) => To, most: number): (from: From) => To {
  const known = new Map<From, To>();
  return (from) => {
    const before = known.get(from);
    if (before !== undefined) return before;
    const made = make(from);
    if (known.size >= most) known.clear();
    known.set(from, made);
    return made;
  };
}
