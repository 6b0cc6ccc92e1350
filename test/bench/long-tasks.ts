/** The tasks of more than 50 ms since the last look, from the moment this is called on. */
export function watchLongTasks(): () => { longest: number; count: number } {
  const durations: number[] = [];
  const take = (entries: PerformanceEntryList) => durations.push(...entries.map(({ duration }) => duration));
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'longtask' });
  return () => {
    take(observer.takeRecords());
    const all = durations.splice(0);
    return { longest: Math.max(0, ...all), count: all.length };
  };
}
