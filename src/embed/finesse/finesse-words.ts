export interface FinesseWords {
  /** `{name}` is the setting. */
  readonly secret: string;
  readonly address: string;
  readonly noToken: string;
}

const english: FinesseWords = {
  secret:
    'Wayline cannot start: the gadget’s address contains {name}, and addresses are logged. Ask an administrator to remove it from the desktop layout and to change the key.',
  address:
    'Wayline cannot start: {name} in the gadget’s address is not an https address. Ask an administrator to correct it.',
  noToken: 'Waiting for your sign-in: the contact center sent no token. Wayline asks again every minute.',
};

const others: Readonly<Record<string, FinesseWords>> = {
  de: {
    secret:
      'Wayline startet nicht: {name} steht in der Adresse des Gadgets, und Adressen werden protokolliert. Die Administration muss es aus dem Desktop-Layout nehmen und den Schlüssel ändern.',
    address:
      'Wayline startet nicht: {name} in der Adresse des Gadgets ist keine https-Adresse. Die Administration muss sie berichtigen.',
    noToken:
      'Der Journey-Dienst wartet auf Ihre Anmeldung, und das Contact Center gibt kein Token. Es wird jede Minute erneut angefragt.',
  },
  fr: {
    secret:
      "Wayline ne démarre pas : {name} figure dans l'adresse du gadget, et les adresses sont journalisées. Un administrateur doit le retirer de la disposition du bureau et changer la clé.",
    address:
      "Wayline ne démarre pas : {name} dans l'adresse du gadget n'est pas une adresse https. Un administrateur doit la corriger.",
    noToken:
      'Le service de parcours attend votre connexion, et le centre de contact ne fournit pas de jeton. Il est redemandé chaque minute.',
  },
  es: {
    secret:
      'Wayline no se inicia: {name} figura en la dirección del gadget, y las direcciones se registran. Un administrador debe quitarlo del diseño del escritorio y cambiar la clave.',
    address:
      'Wayline no se inicia: {name} en la dirección del gadget no es una dirección https. Un administrador debe corregirla.',
    noToken:
      'El servicio de recorridos espera su inicio de sesión y el centro de contacto no entrega un token. Se vuelve a pedir cada minuto.',
  },
  it: {
    secret:
      "Wayline non si avvia: {name} si trova nell'indirizzo del gadget, e gli indirizzi vengono registrati. Un amministratore deve toglierlo dal layout del desktop e cambiare la chiave.",
    address:
      "Wayline non si avvia: {name} nell'indirizzo del gadget non è un indirizzo https. Un amministratore deve correggerlo.",
    noToken:
      'Il servizio dei percorsi attende il Suo accesso e il contact center non fornisce un token. Viene richiesto di nuovo ogni minuto.',
  },
  pt: {
    secret:
      'O Wayline não inicia: {name} está no endereço do gadget, e endereços são registrados. Um administrador deve retirá-lo do layout da área de trabalho e trocar a chave.',
    address:
      'O Wayline não inicia: {name} no endereço do gadget não é um endereço https. Um administrador deve corrigi-lo.',
    noToken:
      'O serviço de jornadas aguarda o seu login, e a central de contatos não fornece um token. Ele é solicitado novamente a cada minuto.',
  },
  nl: {
    secret:
      'Wayline start niet: {name} staat in het adres van de gadget, en adressen worden gelogd. Een beheerder moet het uit de desktopindeling halen en de sleutel wijzigen.',
    address:
      'Wayline start niet: {name} in het adres van de gadget is geen https-adres. Een beheerder moet het corrigeren.',
    noToken:
      'De journeydienst wacht op uw aanmelding, en het contactcenter geeft geen token. Er wordt elke minuut opnieuw om gevraagd.',
  },
  ja: {
    secret:
      'Wayline を開始できません。ガジェットのアドレスに {name} が含まれており、アドレスはログに残ります。管理者がデスクトップレイアウトから削除し、キーを変更する必要があります。',
    address:
      'Wayline を開始できません。ガジェットのアドレスの {name} が https アドレスではありません。管理者による修正が必要です。',
    noToken:
      'ジャーニーサービスはサインインを待っていますが、コンタクトセンターからトークンを取得できません。1 分ごとに再要求します。',
  },
  ko: {
    secret:
      'Wayline을 시작할 수 없습니다. 가젯 주소에 {name}이(가) 있으며 주소는 로그에 남습니다. 관리자가 데스크톱 레이아웃에서 제거하고 키를 변경해야 합니다.',
    address: 'Wayline을 시작할 수 없습니다. 가젯 주소의 {name}이(가) https 주소가 아닙니다. 관리자가 수정해야 합니다.',
    noToken: '여정 서비스가 로그인을 기다리고 있지만 컨택 센터에서 토큰을 받지 못했습니다. 1분마다 다시 요청합니다.',
  },
  zh: {
    secret: 'Wayline 无法启动：小工具地址中包含 {name}，而地址会被记录。管理员必须将其从桌面布局中移除，并更换密钥。',
    address: 'Wayline 无法启动：小工具地址中的 {name} 不是 https 地址。管理员必须更正。',
    noToken: '旅程服务正在等待您登录，但联络中心未提供令牌。每分钟会重新请求一次。',
  },
};

/** In the first of the languages that there are words for, else in English. */
export function finesseWords(languages: readonly string[]): FinesseWords {
  const known = languages.map((tag) => tag.split(/[-_]/)[0]?.toLowerCase() ?? '');
  const first = known.find((name) => name === 'en' || Object.hasOwn(others, name));
  return (first !== undefined && others[first]) || english;
}
