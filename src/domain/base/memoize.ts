/** Returns the same result for the same object, so that a comparison of results finds no change. */
export function memoize<Given extends object, Made>(make: (given: Given) => Made): (given: Given) => Made {
  const made = new WeakMap<Given, { readonly value: Made }>();
  return (given) => {
    const ready = made.get(given) ?? { value: make(given) };
    made.set(given, ready);
    return ready.value;
  };
}
