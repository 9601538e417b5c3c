/** What each kind of box is called at its head: by the names that generators have for it, in English. */
const ENGLISH =
  "abstract attention bug caution check danger error example fail failure hint important info note question quote success secondary summary tip tldr todo warning";

const KINDS: readonly string[] = ENGLISH.split(" ");

/** The same in the languages that pages are written in, in the same order. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  de: words(
    "Zusammenfassung|Achtung|Fehler|Vorsicht|Erledigt|Gefahr|Fehler|Beispiel|Fehlgeschlagen|Fehlgeschlagen|Hinweis|Wichtig|Info|Hinweis|Frage|Zitat|Erfolg|Hinweis|Zusammenfassung|Tipp|Kurz gesagt|Zu tun|Warnung",
  ),
  fr: words(
    "Résumé|Attention|Bogue|Attention|Fait|Danger|Erreur|Exemple|Échec|Échec|Indice|Important|Info|Remarque|Question|Citation|Succès|Remarque|Résumé|Astuce|En bref|À faire|Avertissement",
  ),
  es: words(
    "Resumen|Atención|Error|Precaución|Hecho|Peligro|Error|Ejemplo|Fallo|Fallo|Pista|Importante|Información|Nota|Pregunta|Cita|Éxito|Nota|Resumen|Consejo|En breve|Por hacer|Advertencia",
  ),
  it: words(
    "Riassunto|Attenzione|Bug|Cautela|Fatto|Pericolo|Errore|Esempio|Fallito|Fallito|Suggerimento|Importante|Informazione|Nota|Domanda|Citazione|Riuscito|Nota|Riassunto|Consiglio|In breve|Da fare|Avvertenza",
  ),
  pt: words(
    "Resumo|Atenção|Erro|Cuidado|Feito|Perigo|Erro|Exemplo|Falha|Falha|Sugestão|Importante|Informação|Nota|Pergunta|Citação|Sucesso|Nota|Resumo|Dica|Em resumo|A fazer|Aviso",
  ),
  nl: words(
    "Samenvatting|Let op|Fout|Voorzichtig|Gereed|Gevaar|Fout|Voorbeeld|Mislukt|Mislukt|Hint|Belangrijk|Info|Opmerking|Vraag|Citaat|Gelukt|Opmerking|Samenvatting|Tip|Kortom|Te doen|Waarschuwing",
  ),
  pl: words(
    "Streszczenie|Uwaga|Błąd|Ostrożnie|Zrobione|Niebezpieczeństwo|Błąd|Przykład|Niepowodzenie|Niepowodzenie|Podpowiedź|Ważne|Informacja|Uwaga|Pytanie|Cytat|Sukces|Uwaga|Podsumowanie|Wskazówka|W skrócie|Do zrobienia|Ostrzeżenie",
  ),
  sv: words(
    "Sammanfattning|Observera|Fel|Försiktigt|Klart|Fara|Fel|Exempel|Misslyckat|Misslyckat|Ledtråd|Viktigt|Information|Obs|Fråga|Citat|Lyckat|Obs|Sammanfattning|Tips|I korthet|Att göra|Varning",
  ),
  ar: words(
    "ملخص|انتباه|خلل|احترس|تم|خطر|خطأ|مثال|فشل|فشل|تلميح|مهم|معلومة|ملاحظة|سؤال|اقتباس|نجاح|ملاحظة|خلاصة|نصيحة|باختصار|للإنجاز|تحذير",
  ),
};

/** What a box of a kind is called where it has no title of its own; null for a kind that is no box. */
export function boxWord(kind: string, language: string): string | null {
  const name = kind.toLowerCase();
  const at = KINDS.indexOf(name);
  if (at === -1) return null;
  const [primary = ""] = language.toLowerCase().split("-", 1);
  const own = Object.hasOwn(WORDS, primary) ? WORDS[primary]?.[at] : undefined;
  return own ?? name.charAt(0).toUpperCase() + name.slice(1);
}

function words(row: string): readonly string[] {
  return row.split("|");
}
