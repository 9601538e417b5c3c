import type { Words } from "./words.ts";

/** Portuguese. */
export const pt: Words = {
  language: "pt",
  skipToText: "Ir para o texto",
  sections: "Seções",
  tags: "Temas",
  authors: "Autores",
  languages: "Idiomas",
  feeds: "Feeds",
  frontPage: "Primeira página",
  by: "Por",
  updated: "Atualizado em",
  corrected: "Corrigido em",
  correction: "Correção",
  readingTime: "Tempo de leitura:",
  attachments: "Ouvir e baixar",
  earlier: "Antes",
  later: "Depois",
  moreArticles: "Mais artigos",
  archive: "Arquivo",
  table: "Tabela",
  code: "Código",
  footnotes: "Notas",
  nothingYet: "Ainda não há nenhum artigo aqui.",
  authorsSite: "Site",
  articlesAbout: (name, site) => `${name}: artigos de ${site} sobre este tema.`,
  articlesBy: (name, site) => `Artigos de ${name} em ${site}.`,
  articlesOf: (name, site) => `${name}: artigos de ${site}.`,
  subscribe: {
    title: "Assinar",
    promise:
      "Um feed traz cada novo artigo até você: sem conta, sem e-mail, de graça, e ninguém mantém uma lista de quem lê.",
    how: "Como funciona",
    getReader:
      "Instale um leitor de feeds: um aplicativo para telefone, computador ou navegador que reúne os feeds que você escolhe. Há leitores gratuitos para todos os aparelhos.",
    addAddress:
      "Copie para ele um dos endereços abaixo, ou siga o link ao lado se já houver um leitor instalado.",
    thatIsAll: "A partir daí, os novos artigos chegam sozinhos, na ordem em que são publicados.",
    wholeSite: "Todos os artigos",
    whichFormat: "Os três dizem o mesmo. Na dúvida, escolha o primeiro.",
    open: "Abrir no seu leitor",
    scan: "Aponte aqui a câmera do seu telefone para assinar por ele.",
    more: "Ainda não tem um leitor? Como funciona, e todos os feeds",
    inBrowser:
      "Isto é um feed. Para assinar, copie o endereço desta página para um leitor de feeds: os novos artigos chegarão até você.",
    allAtOnce: "Todos os feeds de uma vez",
    opml: "Este arquivo OPML contém todos os feeds desta página. A maioria dos leitores consegue importá-lo.",
  },
  errors: {
    notFound: "Página não encontrada",
    notFoundText: "Não há nada neste endereço. Talvez haja um erro de digitação.",
    gone: "Não está mais aqui",
    goneText: "O que estava neste endereço foi publicado aqui e depois retirado.",
  },
};
