using EvalHarness.TrainingData.Leaks;
using EvalHarness.TrainingData.Texts;

namespace EvalHarness.Drafting;

/// <summary>Questions that there are, drafted or gold: one like them is none. Thread-safe.</summary>
/// <remarks>
/// The same words are the same question wherever it is asked. Nearly the same ones (shingles of letters, Jaccard's coefficient from .8, as the linter compares training
/// questions with gold) are one only where they share a document: templated questions on several documents differ in a name, and are several.
/// </remarks>
internal sealed class KnownQuestions
{
    private readonly Lock gate = new();
    private readonly GoldIndex index = new(new MinHash());
    private readonly Dictionary<string, IReadOnlyList<string>> documents = new(StringComparer.Ordinal);

    /// <param name="id">What it is called when another one resembles it.</param>
    /// <param name="on">The documents that it is about.</param>
    public void Add(string id, string question, IReadOnlyList<string> on)
    {
        ComparedText compared = new(question);
        lock (gate)
        {
            documents[id] = on;
            index.Add(new GoldQuestion(id, "", IsMeasured: false, compared.Text, compared.Plain, compared.Letters));
        }
    }

    /// <summary>Takes a question in; or says which one it resembles.</summary>
    public string? Claim(string id, string question, IReadOnlyList<string> on)
    {
        lock (gate)
        {
            if (index.Find([new ComparedText(question)], []).FirstOrDefault(m => IsSame(m, on)) is { } match)
                return $"like {match.Gold.Sample}: {match.Gold.Quote}";
            Add(id, question, on);
            return null;
        }
    }

    private bool IsSame(GoldMatch match, IReadOnlyList<string> on) =>
        match.Kind is MatchKind.Exact or MatchKind.Normalised || (match.Similarity >= GoldIndex.Duplicate && documents[match.Gold.Sample].Any(on.Contains));
}
