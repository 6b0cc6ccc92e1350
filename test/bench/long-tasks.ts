/** How many tasks took more than 50 ms since the last look, from the moment this is called on. */
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
