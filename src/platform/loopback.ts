/** Whether a host name, as the URL parser writes it, is this machine; every form of 127/8 is four numbers by then. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
