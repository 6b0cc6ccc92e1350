/** Makes of the same object the same thing: whoever compares objects sees no change where there is none. */
export function memoize<Given extends object, Made>(make: (given: Given) => Made): (given: Given) => Made {
  const made = new WeakMap<Given, { readonly value: Made }>();
  return (given) => {
    const ready = made.get(given) ?? { value: make(given) };
    made.set(given, ready);
    return ready.value;
  };
}
