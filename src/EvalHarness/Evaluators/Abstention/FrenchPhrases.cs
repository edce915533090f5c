using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Abstention;

/// <summary>How French replies say that they do not know; <c>si je ne sais pas</c> and what the reader does not know are no abstention.</summary>
internal static partial class FrenchPhrases
{
    [GeneratedRegex(
        """
        \b(?:(?<!\b(?:si|quand|lorsque)\s)je\s+(?:ne\s+|n')(?:le\s+|l')?(?:sais|connais)\s+(?:(?:malheureusement|vraiment)\s+)?pas
        |(?<!\b(?:si|quand|lorsque)\s)nous\s+(?:ne\s+|n')(?:le\s+)?savons\s+pas
        |j'ignore\b|je\s+l'ignore\b
        |(?<!\b(?:si|quand|lorsque)\s)(?:je|nous)\s+(?:ne\s+|n')(?:(?:peux|pouvons|parviens|parvenons|arrive|arrivons|saurais|saurions|suis|sommes)\s+(?:(?:malheureusement|pas|à|y)\s+){0,3}(?:(?:en\s+mesure|capable)s?\s+de\s+|certaine?\s|sûre?\b|(?:vous\s+|y\s+)?(?:répondre|dire|trouver|déterminer|donner|fournir|préciser|indiquer))|trouve\s+(?:pas|aucune)\b|(?:ai|avons)\s+(?:pas\s+(?:trouvé|(?:\w+\s+){0,2}(?:d'|l')?(?:informations?|réponse|données?|détails?))|trouvé\s+aucune|(?:malheureusement\s+)?aucune\s+(?:information|réponse|donnée)|pas\s+(?:assez|suffisamment)\s+d'informations?)|dispose\s+(?:pas|d'aucune)|disposons\s+(?:pas|d'aucune))
        |je\s+suis\s+incapable\s+de\s+(?:répondre|dire|trouver|déterminer)
        |(?:documents?|passages?|articles?|sources?|textes?|contexte|documentation|extraits?|centre\s+d'aide|résultats)\s+(?:(?:fournie?s?|donnée?s?|ci-dessus|disponibles?)\s+)?(?:ne\s+|n')(?:\w+\s+)?(?:mentionne|précise|contien|di[ts]|indique|répond|parle|aborde|traite|donne|fourni|couvre|explique)\w*\s+(?:(?:pas|rien|aucune?)\b)
        |(?:aucune|pas\s+d'|pas\s+assez\s+d'|pas\s+suffisamment\s+d')\s*informations?\s+(?:(?!perdue|n')\w+\s+){0,3}?(?:dans\s+les|dans\s+le|à\s+ce\s+sujet|sur\s+ce|disponible|permettant|pour\s+répondre|fournie)
        |aucune\s+information\s+n'est\s+(?:disponible|fournie|donnée)
        |impossible\s+de\s+(?:répondre|déterminer|dire|savoir)\b(?:\s+\w+){0,4}?\s+(?:à\s+partir|d'après|avec\s+les|sur\s+la\s+base|question)
        |(?:n'est|ne\s+sont)\s+pas\s+(?:mentionnée?s?|précisée?s?|indiquée?s?|abordée?s?|couverte?s?)\s+(?:dans|par)\s+(?:les?|la|ces?|nos)\s+(?:\w+\s+)?(?:documents?|passages?|articles?|sources?|textes?|contexte|documentation|extraits?|centre))
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    public static partial Regex Pattern();
}
