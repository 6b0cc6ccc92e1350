/** Whether a host name is this machine. The URL parser writes every form of 127/8 as four numbers. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
