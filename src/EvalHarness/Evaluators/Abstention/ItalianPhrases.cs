using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Abstention;

/// <summary>How Italian replies say that they do not know; <c>se non so</c> and what the reader does not know are no abstention.</summary>
internal static partial class ItalianPhrases
{
    [GeneratedRegex(
        """
        \b(?:(?<!\b(?:se|quando)\s)non\s+(?:lo\s+|ne\s+)?(?:so|sappiamo)\b(?!\s+solo)
        |(?<!\b(?:se|quando)\s)non\s+(?:sono|siamo)\s+(?:sicur[oaie]|cert[oaie]|in\s+grado\s+di\s+(?:rispondere|dire|trovare|determinare|fornire|stabilire))
        |(?<!\b(?:se|quando)\s)non\s+(?:posso|possiamo|riesco\s+a|riusciamo\s+a|saprei)\s+(?:rispondere|dire|dirle|dirti|trovare|determinare|fornire|indicare|stabilire|confermare)
        |(?<!\b(?:se|quando)\s)non\s+(?:ho|abbiamo|dispongo\s+di|disponiamo\s+di|trovo)\s+(?:(?:trovato|abbastanza|sufficienti|alcuna|nessuna|molte)\s+){0,2}(?:informazioni|informazione|dati|risposta|risposte|dettagli|conoscenza|accesso)
        |(?:documenti|documento|passaggi|passaggio|brani|brano|articoli|articolo|fonti|fonte|testi|testo|contesto|documentazione|estratti|centro\s+assistenza|risultati)\s+(?:(?:forniti|fornite|fornito|disponibili|dati|precedenti)\s+)?non\s+(?:\w+\s+)?(?:menziona|contien|contengono|indica|specifica|dice|dicono|spiega|copr|risponde|rispondono|riporta|fornisc|tratta|parla)\w*
        |non\s+(?:ci\s+sono|c'è|vi\s+sono)\s+(?:(?:abbastanza|sufficienti|alcuna|nessuna)\s+)?(?:informazioni|informazione|dati|menzione)\s+(?:\w+\s+){0,2}?(?:nei|nel|nella|nelle|su|sul|sulla|disponibili|sufficienti|per\s+rispondere|al\s+riguardo|in\s+merito)
        |nessuna\s+informazione\s+(?:\w+\s+)?(?:nei|nel|nella|su|sul|sulla|disponibile|al\s+riguardo|in\s+merito)
        |informazioni\s+insufficienti\s+(?:per|nei)
        |non\s+(?:è|sono|viene|vengono)\s+(?:menzionat|specificat|indicat|trattat|riportat|copert)[oaie]\s+(?:nei|nel|nella|nelle|dai|dal|dalla)\s+(?:\w+\s+)?(?:documenti|documento|passaggi|brani|articoli|articolo|fonti|testi|testo|contesto|documentazione|estratti|centro)
        |(?:non\s+è\s+possibile|impossibile)\s+(?:rispondere|determinare|stabilire|sapere)\b(?:\s+\w+){0,4}?\s+(?:con\s+le|in\s+base|a\s+partire|sulla\s+base|domanda|dai|dal))
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    public static partial Regex Pattern();
}
