using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Abstention;

/// <summary>How Spanish replies say that they do not know; <c>sé</c> needs its accent, since <c>no se</c> begins much else.</summary>
internal static partial class SpanishPhrases
{
    [GeneratedRegex(
        """
        \b(?:(?<!\b(?:si|cuando)\s)no\s+(?:lo\s+)?(?:sé|sabemos)\b
        |(?<!\b(?:si|cuando)\s)no\s+(?:estoy\s+seguro|estoy\s+segura|estamos\s+seguros|estoy\s+en\s+condiciones)
        |(?<!\b(?:si|cuando)\s)no\s+(?:puedo|podemos|soy\s+capaz\s+de|logro|pude)\s+(?:responder|contestar|determinar|encontrar|decir|decirle|decirte|proporcionar|indicar|confirmar|dar(?:le|te)?\s+una\s+respuesta)
        |(?<!\b(?:si|cuando)\s)no\s+(?:tengo|tenemos|dispongo\s+de|disponemos\s+de|cuento\s+con|encuentro|encontré|he\s+encontrado|hemos\s+encontrado)\s+(?:\w+\s+){0,2}?(?:información|informaciones|datos|respuesta|detalles|conocimiento|acceso)
        |(?<!\b(?:si|cuando)\s)(?:desconozco|desconocemos)\b
        |(?:documentos?|pasajes?|artículos?|fuentes?|textos?|contexto|documentación|fragmentos?|centro\s+de\s+ayuda|resultados)\s+(?:(?:proporcionad[oa]s?|dad[oa]s?|disponibles?|anteriores|facilitad[oa]s?)\s+)?no\s+(?:\w+\s+)?(?:menciona|contiene|indica|especifica|dice|explica|cubre|responde|ofrece|aborda|proporciona|da)n?\b
        |no\s+hay\s+(?:(?:suficiente|ninguna|bastante)\s+)?(?:información|datos|mención)\s+(?:\w+\s+){0,2}?(?:en\s+los|en\s+el|en\s+la|en\s+las|sobre|disponible|para\s+responder|al\s+respecto|suficiente)
        |ninguna\s+información\s+(?:\w+\s+)?(?:en\s+los|en\s+el|sobre|disponible)
        |información\s+insuficiente\s+(?:para|en)
        |no\s+(?:se\s+menciona|se\s+especifica|se\s+indica|aparece|está|figura|viene)n?\s+(?:\w+\s+){0,2}?en\s+(?:los|el|la|las|estos|nuestr[oa]s?)\s+(?:\w+\s+)?(?:documentos?|pasajes?|artículos?|fuentes?|textos?|contexto|documentación|fragmentos?|centro)
        |no\s+(?:es\s+posible|se\s+puede)\s+(?:responder|contestar|determinar|saber)\b(?:\s+\w+){0,4}?\s+(?:con\s+la|con\s+los|a\s+partir|según|pregunta|basándose))
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    public static partial Regex Pattern();
}
