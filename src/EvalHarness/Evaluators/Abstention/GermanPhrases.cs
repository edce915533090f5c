using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Abstention;

/// <summary>How German replies say that they do not know: the verb stands before its subject or after it, and <c>wenn ich es nicht weiß</c> is no abstention.</summary>
internal static partial class GermanPhrases
{
    [GeneratedRegex(
        """
        \b(?:(?:ich\s+weiß|ich\s+weiss|wir\s+wissen)\s+(?:(?:es|das|dies|leider|darüber|dazu|hierzu|darauf|die\s+Antwort|auf\s+diese\s+Frage)\s+){0,3}(?:nicht|keine\s+Antwort)\b(?!\s+nur)
        |(?:das|dies|darüber|leider)\s+(?:weiß|weiss|wissen)\s+(?:ich|wir)\s+(?:(?:leider|es|auch)\s+){0,2}nicht
        |(?:ich\s+bin|wir\s+sind)\s+(?:mir\s+|uns\s+)?(?:(?:da|leider|dabei)\s+){0,2}nicht\s+(?:sicher|in\s+der\s+Lage)
        |(?:(?:ich|wir)\s+(?:kann|können|konnte|konnten)|(?:kann|können|konnte|konnten)\s+(?:ich|wir))\s+(?:(?!nicht\b|keine\b)[\w-]+,?\s+){0,8}?(?:nicht\s+(?:\w+\s+){0,2}?(?:beantworten|sagen|finden|bestimmen|ermitteln|feststellen|beurteilen|angeben)|keine\s+(?:\w+\s+){0,6}?(?:finden|geben|machen|entnehmen))
        |(?:(?:ich|wir)\s+(?:habe|haben)|(?:habe|haben)\s+(?:ich|wir)|(?:mir|uns)\s+(?:liegen|fehlen)|liegen\s+(?:mir|uns))\s+(?:(?!keine\b|die\b)[\w-]+\s+){0,5}?(?:keine|die|nicht\s+genügend|nicht\s+genug|zu\s+wenig|nicht\s+genügende)\s+(?:\w+\s+){0,2}?(?:Informationen|Angaben|Daten|Antwort|Kenntnis|Auskunft|Details)(?:\s+(?:gefunden|vor|dazu|darüber|hierzu|zu|über|um)\b|\s*[.,;!]|\s*$)
        |(?:Dokumente?n?|Artikeln?|Quellen?|Passagen?|Abschnitte?n?|Kontext|Text(?:e|en|en)?|Unterlagen|Hilfecenter|Hilfeseiten|Suchergebnissen?)\s+(?:(?!nicht\b|kein)[\w-]+\s+){0,2}?(?:enthält|enthalten|erwähnt|erwähnen|nennt|nennen|beantwortet|beantworten|sagt|sagen|gibt|geben|behandelt|behandeln|liefert|liefern)\s+(?:(?!nicht\b|kein)[\w-]+\s+){0,4}?(?:nichts|nicht|keine\s+(?:\w+\s+){0,2}?(?:Informationen?|Angaben?|Hinweise?|Antwort|Auskunft|Details))\b
        |(?:geht|gehen)\s+(?:aus|daraus)\s+(?:[\w-]+\s+){0,5}?nicht\s+hervor
        |(?:aus|anhand|auf\s+Basis|auf\s+Grundlage|mit|in)\s+(?:den|dem|der|diesen|des)\s+(?:[\w-]+\s+){0,2}?(?:Dokumenten?|Artikeln?|Quellen?|Passagen?|Abschnitten?|Kontexts?|Texte?n?|Unterlagen|Informationen|Angaben)\s+(?:(?!nicht\b)[\w-]+\s+){0,4}?nicht\s+(?:(?:eindeutig|sicher)\s+)?(?:beantworten|beantwortet|bestimmen|bestimmt|ermitteln|sagen|hervor|erwähnt|angegeben|enthalten|zu\s+finden|zu\s+entnehmen|genannt)
        |(?:es\s+gibt|es\s+liegen|gibt\s+es)\s+(?:[\w-]+\s+){0,3}?(?:keine|nicht\s+genügend|nicht\s+genug|zu\s+wenig)\s+(?:\w+\s+){0,2}?(?:Informationen|Angaben|Hinweise)\s+(?:\w+\s+)?(?:dazu|darüber|hierzu|zu|über|in|im|vor|um)
        |nicht\s+(?:genügend|genug|ausreichend)e?\s+Informationen
        |lässt\s+sich\s+(?:(?!nicht\b)[\w-]+\s+){0,6}?nicht\s+beantworten)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    public static partial Regex Pattern();
}
