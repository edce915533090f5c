using System.Text.Json;

namespace EvalHarness.Tests.Story;

/// <summary>Labelled answers for a judge of groundedness, made of the gold data: the evidence of a sample supports its own sentence, and not that of the sample before.</summary>
internal static class AnchorLabels
{
    private const int Pairs = 20;

    public static string Of(string samples)
    {
        var gold = File.ReadLines(samples).Select(l => JsonDocument.Parse(l).RootElement).Where(s => s.TryGetProperty("question", out _) && s.GetProperty("evidence").GetArrayLength() == 1).DistinctBy(Quote).Take(Pairs).ToList();
        return string.Concat(gold.Index().SelectMany(s => new[] { Row(s.Item, Quote(s.Item), true), Row(s.Item, Quote(gold[(s.Index + Pairs - 1) % Pairs]), false) }));
    }

    private static string Quote(JsonElement sample) => sample.GetProperty("evidence")[0].GetProperty("quote").GetString()!;

    private static string Row(JsonElement sample, string answer, bool label)
    {
        var (id, question) = (sample.GetProperty("id").GetString(), sample.GetProperty("question").GetString());
        return JsonSerializer.Serialize(new { id = $"{id}-{label}", group = id, question, context = Quote(sample), answer, label }) + "\n";
    }
}
