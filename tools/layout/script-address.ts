const isLocal = (host: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(host);

/** Why a URL cannot be the script of a layout; `undefined` if it can. */
export function scriptProblem(address: string): string | undefined {
  if (!URL.canParse(address) || /\s/.test(address)) return 'The script needs a full address, for example https://….';
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return 'The address of the script must not contain a user name or password.';
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal(hostname))) {
    return 'The script must use https. Only an address of this machine can use http.';
  }
  return undefined;
}
