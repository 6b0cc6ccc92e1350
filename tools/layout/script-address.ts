const isLocal = (host: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(host);

/** Why an address cannot be the script of a layout; `undefined` when it can. */
export function scriptProblem(address: string): string | undefined {
  if (!URL.canParse(address) || /\s/.test(address)) return 'The script needs a whole address, https://….';
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return 'The address of the script may hold no name and no password.';
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal(hostname))) {
    return 'The script has to come over https; over http only from this machine.';
  }
  return undefined;
}
