import type { Words } from "./words.ts";

/** Polish. */
export const pl: Words = {
  language: "pl",
  skipToText: "Przejdź do tekstu",
  sections: "Działy",
  tags: "Tematy",
  authors: "Autorzy",
  languages: "Języki",
  feeds: "Kanały",
  frontPage: "Strona główna",
  by: "Autor:",
  updated: "Aktualizacja:",
  corrected: "Sprostowano:",
  correction: "Sprostowanie",
  readingTime: "Czas czytania:",
  attachments: "Posłuchaj i pobierz",
  earlier: "Wcześniej",
  later: "Później",
  moreArticles: "Więcej artykułów",
  archive: "Archiwum",
  table: "Tabela",
  code: "Kod",
  footnotes: "Przypisy",
  nothingYet: "Nie ma tu jeszcze żadnego artykułu.",
  authorsSite: "Strona internetowa",
  articlesAbout: (name, site) => `${name}: artykuły na ten temat w serwisie ${site}.`,
  articlesBy: (name, site) => `${name}: artykuły tego autora w serwisie ${site}.`,
  articlesOf: (name, site) => `${name}: artykuły w serwisie ${site}.`,
  subscribe: {
    title: "Subskrybuj",
    promise:
      "Kanał dostarcza każdy nowy artykuł: bez konta, bez e-maila, za darmo, i nikt nie prowadzi listy czytelników.",
    how: "Jak to działa",
    getReader:
      "Zainstaluj czytnik kanałów: aplikację na telefon, komputer lub do przeglądarki, która zbiera wybrane kanały. Na każde urządzenie są darmowe czytniki.",
    addAddress:
      "Skopiuj do niego jeden z poniższych adresów albo użyj odnośnika obok, jeśli czytnik jest już zainstalowany.",
    thatIsAll: "Od tej chwili nowe artykuły przychodzą same, w kolejności publikacji.",
    wholeSite: "Wszystkie artykuły",
    whichFormat: "Wszystkie trzy mówią to samo. W razie wątpliwości wybierz pierwszy.",
    open: "Otwórz w swoim czytniku",
    scan: "Skieruj tu aparat telefonu, aby zasubskrybować na telefonie.",
    more: "Nie masz jeszcze czytnika? Jak to działa i wszystkie kanały",
    inBrowser:
      "To jest kanał. Aby go zasubskrybować, skopiuj adres tej strony do czytnika kanałów: nowe artykuły będą przychodzić same.",
    allAtOnce: "Wszystkie kanały naraz",
    opml: "Ten plik OPML zawiera wszystkie kanały z tej strony. Większość czytników potrafi go zaimportować.",
  },
  errors: {
    notFound: "Nie znaleziono strony",
    notFoundText: "Pod tym adresem nic nie ma. Może jest w nim literówka.",
    gone: "Już tu nie ma",
    goneText: "To, co było pod tym adresem, zostało tu opublikowane, a potem usunięte.",
  },
};
