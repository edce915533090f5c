using System.IO.Compression;
using System.Text.Json;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Groundedness.Features;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Training;

/// <summary>Reads the labelled files and the features of their claims.</summary>
internal static class LabelledData
{
    public static readonly string[] Files = ["ragtruth-qa", "ragtruth-summary", "ragtruth-data2txt", "attributionbench-dev", "wice-oracle-claim-dev", "qags", "faithbench"];

    /// <summary>The licences of the others allow to measure, not to train.</summary>
    public static bool MayTrain(string file) => file is not ("qags" or "faithbench");

    public static List<LabelledAnswer> Read(string folder)
    {
        var answers = new List<LabelledAnswer>();
        foreach (var file in Files)
        {
            var rows = Rows(Path.Combine(folder, file + ".jsonl.gz"));
            answers.AddRange(rows.AsParallel().AsOrdered().Select(row => Read(file, row)));
            if (MayTrain(file))
                answers.AddRange(rows.DistinctBy(r => r.GetProperty("context").GetString()).ToList().AsParallel().AsOrdered().SelectMany(MadeFrom));
        }

        return answers;
    }

    /// <summary>The name under which claims that were made from contexts are kept.</summary>
    public const string Made = "made";

    private static LabelledAnswer Read(string file, JsonElement row)
    {
        var (question, context, answer) = (Text(row, "question"), Text(row, "context"), Text(row, "answer"));
        var claims = ClaimSplitter.SplitOrWhole(answer);
        var evidence = new PreparedEvidence(new EvidenceText("context", "", context, 0));
        var asked = new PreparedQuestion(question);
        return new LabelledAnswer(file, Text(row, "group"), Text(row, "source"), Text(row, "model"), row.GetProperty("label").GetInt32() == 1, WordReader.Read(answer).Count, Overlap(answer, context), [.. claims.Select(c => Features(c, asked, evidence))]);
    }

    private static IEnumerable<LabelledAnswer> MadeFrom(JsonElement row)
    {
        var context = Text(row, "context");
        var evidence = new PreparedEvidence(new EvidenceText("context", "", context, 0));
        foreach (var (made, isTrue, kind) in MadeClaims.From(context, context.Length, 1))
        {
            yield return new LabelledAnswer(Made, Text(row, "group"), kind, "", isTrue, WordReader.Read(made).Count, Overlap(made, context), [Features(new Claim(made, made), new PreparedQuestion(""), evidence)]);
        }
    }

    private static double[] Features(Claim claim, PreparedQuestion asked, PreparedEvidence evidence)
    {
        var match = new EvidenceMatch(new PreparedClaim(claim, asked), [evidence]);
        return match.Best is { } best ? FeatureSet.Read(new ClaimReading(match, best)) : new double[FeatureSet.All.Count];
    }

    private static double Overlap(string answer, string context)
    {
        var (said, given) = (Stems(answer), Stems(context));
        return said.Count == 0 ? 1 : said.Count(given.Contains) / (double)said.Count;
    }

    private static HashSet<string> Stems(string text) => [.. WordReader.Read(text).Where(w => w.IsContent).Select(w => w.Stem)];

    private static List<JsonElement> Rows(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var rows = new List<JsonElement>();
        while (reader.ReadLine() is { } line)
            rows.Add(JsonSerializer.Deserialize<JsonElement>(line));
        return rows;
    }

    private static string Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
