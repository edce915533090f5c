using System.Globalization;
using EvalHarness.Datasets;
using EvalHarness.Inputs;

namespace EvalHarness.Drafting.Reviews;

/// <summary>Makes the gold sample of an accepted draft.</summary>
/// <remarks>The split follows from a hash of the source document, so that rows of one document are never in both, and it never changes.</remarks>
/// <param name="devShare">Of the documents, in [0, 1].</param>
public sealed class AcceptedSample(double devShare)
{
    private const int Digits = 8;

    public Sample Of(Draft draft, ReviewDecision decision) => new()
    {
        Id = draft.Id,
        Split = Split(draft.Documents[0]),
        Question = decision.Question ?? draft.Question!,
        Answers = decision.Answer is { } answer ? [answer] : draft.Answers,
        SupersededAnswers = draft.SupersededAnswers,
        // What comes nearest is no evidence.
        Evidence = draft.Kind == DraftKind.Unanswerable ? [] : draft.Evidence,
        Unanswerable = draft.Kind == DraftKind.Unanswerable,
        Cluster = draft.Documents[0],
        Tags = Tags(draft, decision),
    };

    private string Split(string document) =>
        uint.Parse(ContentHash.Of("split", document).AsSpan(0, Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) / (double)uint.MaxValue < devShare ? "dev" : "test";

    private static SortedDictionary<string, string> Tags(Draft draft, ReviewDecision decision)
    {
        SortedDictionary<string, string> tags = new(StringComparer.Ordinal)
        {
            ["kind"] = DraftNames.Of(draft.Kind),
            ["phrasing"] = DraftNames.Of(draft.Phrasing),
            ["origin"] = $"drafted by {draft.Model}",
            ["reviewer"] = decision.Reviewer,
        };
        if (decision.IsEdited)
            tags["edited"] = "yes";
        if (draft.Flags.Contains(Draft.ClosedBookFlag))
            tags["closed-book"] = "yes";
        return tags;
    }
}
