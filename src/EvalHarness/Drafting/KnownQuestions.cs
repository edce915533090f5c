using EvalHarness.TrainingData.Leaks;
using EvalHarness.TrainingData.Texts;

namespace EvalHarness.Drafting;

/// <summary>Questions that there are, drafted or gold: another one that is nearly the same is none.</summary>
/// <remarks>By shingles of letters, Jaccard's coefficient from .8, as the linter compares training questions with gold. Thread-safe.</remarks>
internal sealed class KnownQuestions
{
    private readonly Lock gate = new();
    private readonly GoldIndex index = new(new MinHash());

    /// <param name="id">What it is called when another one resembles it.</param>
    public void Add(string id, string question)
    {
        ComparedText compared = new(question);
        lock (gate)
            index.Add(new GoldQuestion(id, "", IsMeasured: false, compared.Text, compared.Plain, compared.Letters));
    }

    /// <summary>Takes a question in; or says which one it resembles.</summary>
    public string? Claim(string id, string question)
    {
        lock (gate)
        {
            if (Like(question) is { } like)
                return like;
            Add(id, question);
            return null;
        }
    }

    private string? Like(string question) => index.Find([new ComparedText(question)], [])
        .FirstOrDefault(m => m.Kind is MatchKind.Exact or MatchKind.Normalised || m.Similarity >= GoldIndex.Duplicate) is { } match
        ? $"like {match.Gold.Sample}: {match.Gold.Quote}"
        : null;
}
