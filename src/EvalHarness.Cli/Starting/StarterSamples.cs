using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Starting;

/// <summary>Two rows that show what a sample is: one from the first document, and one that nothing answers.</summary>
internal static class StarterSamples
{
    private const string Mark = "PLACEHOLDER, replace me: ";

    public static string Of(Corpus corpus)
    {
        var document = corpus.Documents.FirstOrDefault(d => FirstLine(d.Text) != "") ?? corpus.Documents[0];
        var line = FirstLine(document.Text);
        return Row(new { id = "placeholder-1", question = $"{Mark}what does '{document.Title}' begin with?", answers = new[] { line }, evidence = new[] { new { document = document.Id, quote = line } }, tags = Tags })
            + Row(new { id = "placeholder-2", question = $"{Mark}a question that your documents do not answer", answers = Array.Empty<string>(), unanswerable = true, tags = Tags });
    }

    private static Dictionary<string, string> Tags => new() { ["placeholder"] = "yes" };

    private static string FirstLine(string text) => text.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0 && l[0] is not ('#' or '|' or '-' or '`' or '!')) ?? "";

    private static string Row(object sample) => JsonSerializer.Serialize(sample, RunJson.Compact) + "\n";
}
