import type { Words } from "./words.ts";

/** Spanish. */
export const es: Words = {
  language: "es",
  skipToText: "Ir al texto",
  sections: "Secciones",
  tags: "Temas",
  authors: "Autores",
  languages: "Idiomas",
  feeds: "Canales",
  frontPage: "Portada",
  by: "Por",
  updated: "Actualizado el",
  corrected: "Corregido el",
  correction: "Corrección",
  readingTime: "Tiempo de lectura:",
  attachments: "Escuchar y descargar",
  earlier: "Antes",
  later: "Después",
  moreArticles: "Más artículos",
  archive: "Archivo",
  table: "Tabla",
  code: "Código",
  footnotes: "Notas",
  nothingYet: "Todavía no hay ningún artículo aquí.",
  authorsSite: "Sitio web",
  articlesAbout: (name, site) => `${name}: artículos de ${site} sobre este tema.`,
  articlesBy: (name, site) => `Artículos de ${name} en ${site}.`,
  articlesOf: (name, site) => `${name}: artículos de ${site}.`,
  subscribe: {
    title: "Suscribirse",
    promise:
      "Un canal le trae cada artículo nuevo: sin cuenta, sin correo, gratis, y nadie lleva una lista de quién lee.",
    how: "Cómo funciona",
    getReader:
      "Instale un lector de canales: una aplicación para teléfono, ordenador o navegador que reúne los canales que usted elige. Los hay gratuitos para todos los dispositivos.",
    addAddress:
      "Copie en él una de las direcciones de abajo, o siga el enlace que está al lado si ya tiene un lector instalado.",
    thatIsAll: "Desde entonces, los artículos nuevos llegan solos, en el orden en que se publican.",
    wholeSite: "Todos los artículos",
    whichFormat: "Los tres dicen lo mismo. En caso de duda, tome el primero.",
    open: "Abrir en su lector",
    scan: "Apunte aquí con la cámara de su teléfono para suscribirse en él.",
    more: "¿Aún no tiene lector? Cómo funciona y todos los canales",
    inBrowser:
      "Esto es un canal. Para suscribirse, copie la dirección de esta página en un lector de canales: los artículos nuevos le llegarán solos.",
    allAtOnce: "Todos los canales a la vez",
    opml: "Este archivo OPML contiene todos los canales de esta página. La mayoría de los lectores pueden importarlo.",
  },
  errors: {
    notFound: "Página no encontrada",
    notFoundText: "No hay nada en esta dirección. Quizá esté mal escrita.",
    gone: "Ya no está aquí",
    goneText: "Lo que había en esta dirección se publicó aquí y se ha retirado.",
  },
};
