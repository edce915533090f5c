using System.Text.Json.Nodes;

namespace EvalHarness.Evaluators.Citations;

/// <summary>Citations as a score carries them: <c>[{sentence, supported, citations: [{document, resolution, needed}], elsewhere}]</c>; a stray citation stands under a sentence without text.</summary>
internal static class CitationDetail
{
    public static JsonArray Of(IEnumerable<JudgedSentence> sentences, IReadOnlyList<JudgedCitation> stray) =>
        new([.. sentences.Select(Of), .. stray.Count == 0 ? Array.Empty<JsonNode>() : [Of(new JudgedSentence("", false, false, null, stray))]]);

    private static JsonNode Of(JudgedSentence sentence) => new JsonObject
    {
        ["sentence"] = sentence.Text,
        ["supported"] = sentence.IsSupported,
        ["citations"] = new JsonArray([.. sentence.Citations.Select(Of)]),
        ["elsewhere"] = sentence.Elsewhere,
    };

    private static JsonNode Of(JudgedCitation citation) => new JsonObject
    {
        ["document"] = citation.Document,
        ["resolution"] = Name(citation.Resolution),
        ["needed"] = citation.IsNeeded,
    };

    private static string Name(Resolution resolution) => resolution switch
    {
        Resolution.Supported => "supported",
        Resolution.Unsupported => "unsupported",
        Resolution.NotRetrieved => "cited-not-retrieved",
        _ => "not-in-corpus",
    };
}
