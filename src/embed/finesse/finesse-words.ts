import { chooseLanguage } from '../../i18n/choose-language.js';

/** The gadget's own messages. */
export interface FinesseWords {
  /** `{name}` is replaced by the name of the setting. */
  readonly secret: string;
  /** A URL is not valid. `{name}` is replaced by the name of the setting. */
  readonly address: string;
  /** No token was received; a new request follows every minute. */
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
      'Wayline kann nicht starten: Die Adresse des Gadgets enthält {name}, und Adressen werden protokolliert. Bitten Sie einen Administrator, es aus dem Desktop-Layout zu entfernen und den Schlüssel zu ändern.',
    address:
      'Wayline kann nicht starten: {name} in der Adresse des Gadgets ist keine https-Adresse. Bitten Sie einen Administrator, sie zu berichtigen.',
    noToken:
      'Warten auf Ihre Anmeldung: Das Contact Center hat kein Token gesendet. Wayline fragt jede Minute erneut an.',
  },
  fr: {
    secret:
      "Wayline ne démarre pas : {name} figure dans l'adresse du gadget, et les adresses sont journalisées. Un administrateur doit le retirer de la disposition du bureau et changer la clé.",
    address:
      "Wayline ne démarre pas : {name} dans l'adresse du gadget n'est pas une adresse https. Un administrateur doit la corriger.",
    noToken:
      "En attente de votre connexion : le centre de contact n'a envoyé aucun jeton. Wayline le redemande chaque minute.",
  },
  es: {
    secret:
      'Wayline no se inicia: {name} figura en la dirección del gadget, y las direcciones se registran. Un administrador debe quitarlo del diseño del escritorio y cambiar la clave.',
    address:
      'Wayline no se inicia: {name} en la dirección del gadget no es una dirección https. Un administrador debe corregirla.',
    noToken:
      'Esperando su inicio de sesión: el centro de contacto no ha enviado ningún token. Wayline lo vuelve a pedir cada minuto.',
  },
  it: {
    secret:
      "Wayline non si avvia: {name} si trova nell'indirizzo del gadget, e gli indirizzi vengono registrati. Un amministratore deve toglierlo dal layout del desktop e cambiare la chiave.",
    address:
      "Wayline non si avvia: {name} nell'indirizzo del gadget non è un indirizzo https. Un amministratore deve correggerlo.",
    noToken:
      'In attesa del Suo accesso: il contact center non ha inviato un token. Wayline lo richiede di nuovo ogni minuto.',
  },
  'pt-BR': {
    secret:
      'O Wayline não inicia: {name} está no endereço do gadget, e endereços são registrados. Um administrador deve retirá-lo do layout da área de trabalho e trocar a chave.',
    address:
      'O Wayline não inicia: {name} no endereço do gadget não é um endereço https. Um administrador deve corrigi-lo.',
    noToken:
      'Aguardando o seu login: a central de contatos não enviou um token. O Wayline o solicita novamente a cada minuto.',
  },
  nl: {
    secret:
      'Wayline start niet: {name} staat in het adres van de gadget, en adressen worden gelogd. Een beheerder moet het uit de desktopindeling halen en de sleutel wijzigen.',
    address:
      'Wayline start niet: {name} in het adres van de gadget is geen https-adres. Een beheerder moet het corrigeren.',
    noToken:
      'Wachten op uw aanmelding: het contactcenter heeft geen token gestuurd. Wayline vraagt er elke minuut opnieuw om.',
  },
  ja: {
    secret:
      'Wayline を開始できません。ガジェットのアドレスに {name} が含まれており、アドレスはログに残ります。管理者がデスクトップレイアウトから削除し、キーを変更する必要があります。',
    address:
      'Wayline を開始できません。ガジェットのアドレスの {name} が https アドレスではありません。管理者による修正が必要です。',
    noToken:
      'サインインを待っています。コンタクトセンターからトークンが送られませんでした。Wayline は 1 分ごとに再要求します。',
  },
  ko: {
    secret:
      'Wayline을 시작할 수 없습니다. 가젯 주소에 {name}이(가) 있으며 주소는 로그에 남습니다. 관리자가 데스크톱 레이아웃에서 제거하고 키를 변경해야 합니다.',
    address: 'Wayline을 시작할 수 없습니다. 가젯 주소의 {name}이(가) https 주소가 아닙니다. 관리자가 수정해야 합니다.',
    noToken: '로그인을 기다리고 있습니다. 컨택 센터에서 토큰을 받지 못했습니다. Wayline이 1분마다 다시 요청합니다.',
  },
  'zh-CN': {
    secret: 'Wayline 无法启动：小工具地址中包含 {name}，而地址会被记录。管理员必须将其从桌面布局中移除，并更换密钥。',
    address: 'Wayline 无法启动：小工具地址中的 {name} 不是 https 地址。管理员必须更正。',
    noToken: '正在等待您登录：联络中心未发送令牌。Wayline 每分钟会重新请求一次。',
  },
};

/** The texts in the language of the desktop, else in one that the browser prefers, else in English. */
export function finesseWords(wanted: string, preferred: readonly string[]): FinesseWords {
  const { words } = chooseLanguage(wanted, preferred, Object.keys(others));
  return others[words] ?? english;
}
