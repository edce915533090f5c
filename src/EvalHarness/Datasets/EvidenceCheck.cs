using EvalHarness.Inputs;
using EvalHarness.Schemas;

namespace EvalHarness.Datasets;

/// <summary>Looks every quoted evidence up in the corpus.</summary>
internal sealed class EvidenceCheck(Corpus corpus)
{
    private const int MaxShown = 120;

    public IEnumerable<InputProblem> Problems(Sample sample, JsonLine line)
    {
        foreach (var (index, evidence) in sample.Evidence.Index())
        {
            if (corpus.Find(evidence.Document) is not { } document)
                yield return Dangling(evidence.Document, line.Source().Where($"/evidence/{index}/document"));
            else if (document.Find(evidence.Quote) is null)
                yield return NotVerbatim(document, evidence.Quote, line.Source().Where($"/evidence/{index}/quote"));
        }
    }

    private InputProblem Dangling(string id, string where) => new(
        where,
        $"the corpus '{corpus.Name}' has no document '{id}'",
        $"{NearestName.Question(id, corpus.Documents.Select(d => d.Id))}Name the id of one of its {corpus.Documents.Count} documents.");

    private static InputProblem NotVerbatim(Document document, string quote, string where) => new(
        where,
        $"the document '{document.Id}' does not contain \"{Shown(quote)}\"",
        document.FindWithOtherSpaces(quote) is { } text
            ? $"Only the white space differs: it has \"{Shown(text)}\"."
            : "Quote it character for character.");

    // Line breaks are the usual cause: shown as they would be written in JSON.
    private static string Shown(string text)
    {
        var written = text.Replace("\n", @"\n", StringComparison.Ordinal).Replace("\t", @"\t", StringComparison.Ordinal);
        return written.Length <= MaxShown ? written : $"{written[..MaxShown]}…";
    }
}
