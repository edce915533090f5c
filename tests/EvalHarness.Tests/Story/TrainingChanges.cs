using System.Text.Json.Nodes;

namespace EvalHarness.Tests.Story;

/// <summary>What is done to the shipped training data: datasets/helpdesk/faults/README.md describes each.</summary>
internal static class TrainingChanges
{
    private const int Seed = 20261129;

    /// <summary>Corrupted labels: each question stands with the reply of the example half the file further on.</summary>
    public static IEnumerable<string> Rotated(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var example = JsonNode.Parse(lines[i])!;
            example["messages"]![2]!["content"] = (string?)JsonNode.Parse(lines[(i + (lines.Count / 2)) % lines.Count])!["messages"]![2]!["content"];
            yield return example.ToJsonString();
        }
    }

    /// <summary>Nothing wrong: the same examples in another order.</summary>
    public static IEnumerable<string> Reordered(IReadOnlyList<string> lines)
    {
        string[] shuffled = [.. lines];
        new Random(Seed).Shuffle(shuffled);
        return shuffled;
    }

    /// <summary>One example more: a copy of the first with another question.</summary>
    public static IEnumerable<string> WithQuestion(IReadOnlyList<string> lines, string question)
    {
        var example = JsonNode.Parse(lines[0])!;
        example["messages"]![1]!["content"] = question;
        return lines.Append(example.ToJsonString());
    }
}
