import { chooseLanguage } from '../../i18n/choose-language.js';

/** Why a one-time code was not accepted. */
export type CodeProblem = 'missing' | 'refused' | 'expired' | 'used' | 'unreachable';

type Words = Readonly<Record<CodeProblem, string>>;

const english: Words = {
  missing: 'This page opens from a HubSpot record. Close it, then press the button on the record again.',
  refused: 'The code of this page is not valid. Close this page, then press the button on the record again.',
  expired: 'The code of this page has expired. Close this page, then press the button on the record again.',
  used: 'The code of this page was already used. Close this page, then press the button on the record again.',
  unreachable: 'The journey service cannot be reached. Close this page, then press the button on the record again.',
};

const others: Readonly<Record<string, Words>> = {
  de: {
    missing:
      'Diese Seite wird aus einem HubSpot-Datensatz geöffnet. Schließen Sie sie und drücken Sie dort erneut auf die Schaltfläche.',
    refused:
      'Der Code dieser Seite ist ungültig. Schließen Sie die Seite und drücken Sie am Datensatz erneut auf die Schaltfläche.',
    expired:
      'Der Code dieser Seite ist abgelaufen. Schließen Sie die Seite und drücken Sie am Datensatz erneut auf die Schaltfläche.',
    used: 'Der Code dieser Seite wurde schon benutzt. Schließen Sie die Seite und drücken Sie am Datensatz erneut auf die Schaltfläche.',
    unreachable:
      'Der Journey-Dienst ist nicht erreichbar. Schließen Sie die Seite und drücken Sie am Datensatz erneut auf die Schaltfläche.',
  },
  fr: {
    missing: "Cette page s'ouvre depuis une fiche HubSpot. Fermez-la et appuyez à nouveau sur le bouton de la fiche.",
    refused:
      "Le code de cette page n'est pas valide. Fermez cette page et appuyez à nouveau sur le bouton de la fiche.",
    expired: 'Le code de cette page a expiré. Fermez cette page et appuyez à nouveau sur le bouton de la fiche.',
    used: 'Le code de cette page a déjà été utilisé. Fermez cette page et appuyez à nouveau sur le bouton de la fiche.',
    unreachable:
      'Le service de parcours est injoignable. Fermez cette page et appuyez à nouveau sur le bouton de la fiche.',
  },
  es: {
    missing: 'Esta página se abre desde un registro de HubSpot. Ciérrela y pulse de nuevo el botón del registro.',
    refused: 'El código de esta página no es válido. Cierre esta página y pulse de nuevo el botón del registro.',
    expired: 'El código de esta página ha caducado. Cierre esta página y pulse de nuevo el botón del registro.',
    used: 'El código de esta página ya se ha utilizado. Cierre esta página y pulse de nuevo el botón del registro.',
    unreachable:
      'No se puede contactar con el servicio de recorridos. Cierre esta página y pulse de nuevo el botón del registro.',
  },
  it: {
    missing: 'Questa pagina si apre da un record di HubSpot. La chiuda e prema di nuovo il pulsante del record.',
    refused: 'Il codice di questa pagina non è valido. Chiuda questa pagina e prema di nuovo il pulsante del record.',
    expired: 'Il codice di questa pagina è scaduto. Chiuda questa pagina e prema di nuovo il pulsante del record.',
    used: 'Il codice di questa pagina è già stato usato. Chiuda questa pagina e prema di nuovo il pulsante del record.',
    unreachable:
      'Il servizio dei percorsi non è raggiungibile. Chiuda questa pagina e prema di nuovo il pulsante del record.',
  },
  'pt-BR': {
    missing:
      'Esta página é aberta a partir de um registro do HubSpot. Feche-a e pressione novamente o botão do registro.',
    refused: 'O código desta página não é válido. Feche esta página e pressione novamente o botão do registro.',
    expired: 'O código desta página expirou. Feche esta página e pressione novamente o botão do registro.',
    used: 'O código desta página já foi usado. Feche esta página e pressione novamente o botão do registro.',
    unreachable:
      'Não foi possível contatar o serviço de jornadas. Feche esta página e pressione novamente o botão do registro.',
  },
  nl: {
    missing:
      'Deze pagina opent u vanuit een HubSpot-record. Sluit de pagina en druk bij het record opnieuw op de knop.',
    refused: 'De code van deze pagina is niet geldig. Sluit deze pagina en druk bij het record opnieuw op de knop.',
    expired: 'De code van deze pagina is verlopen. Sluit deze pagina en druk bij het record opnieuw op de knop.',
    used: 'De code van deze pagina is al gebruikt. Sluit deze pagina en druk bij het record opnieuw op de knop.',
    unreachable: 'De journeydienst is niet bereikbaar. Sluit deze pagina en druk bij het record opnieuw op de knop.',
  },
  ja: {
    missing: 'このページは HubSpot のレコードから開きます。ページを閉じて、レコードのボタンをもう一度押してください。',
    refused: 'このページのコードは有効ではありません。ページを閉じて、レコードのボタンをもう一度押してください。',
    expired: 'このページのコードは期限切れです。ページを閉じて、レコードのボタンをもう一度押してください。',
    used: 'このページのコードはすでに使用されています。ページを閉じて、レコードのボタンをもう一度押してください。',
    unreachable: 'ジャーニーサービスに接続できません。ページを閉じて、レコードのボタンをもう一度押してください。',
  },
  ko: {
    missing: '이 페이지는 HubSpot 레코드에서 열립니다. 페이지를 닫고 레코드의 버튼을 다시 누르세요.',
    refused: '이 페이지의 코드가 올바르지 않습니다. 페이지를 닫고 레코드의 버튼을 다시 누르세요.',
    expired: '이 페이지의 코드가 만료되었습니다. 페이지를 닫고 레코드의 버튼을 다시 누르세요.',
    used: '이 페이지의 코드는 이미 사용되었습니다. 페이지를 닫고 레코드의 버튼을 다시 누르세요.',
    unreachable: '여정 서비스에 연결할 수 없습니다. 페이지를 닫고 레코드의 버튼을 다시 누르세요.',
  },
  'zh-CN': {
    missing: '此页面需从 HubSpot 记录中打开。请关闭页面，然后再次点击记录上的按钮。',
    refused: '此页面的代码无效。请关闭页面，然后再次点击记录上的按钮。',
    expired: '此页面的代码已过期。请关闭页面，然后再次点击记录上的按钮。',
    used: '此页面的代码已被使用。请关闭页面，然后再次点击记录上的按钮。',
    unreachable: '无法连接旅程服务。请关闭页面，然后再次点击记录上的按钮。',
  },
};

/** The text in the first language that has one; default: English. */
export function hubspotWords(problem: CodeProblem, languages: readonly string[]): string {
  const { words } = chooseLanguage('', languages, Object.keys(others));
  return (others[words] ?? english)[problem];
}
