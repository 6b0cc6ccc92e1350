/** Returns a function with the number of tasks over 50 ms since its last call. */
export function countLongTasks(): () => number {
  let count = 0;
  const observer = new PerformanceObserver((list) => (count += list.getEntries().length));
  observer.observe({ type: 'longtask' });
  return () => {
    const seen = count + observer.takeRecords().length;
    count = 0;
    return seen;
  };
}
