using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Retrieval.Chunks;

namespace EvalHarness.Pipelines.Retrieval.Oracle;

/// <summary>Gives the passages that hold a question's gold evidence, and the best others as distractors: what a model makes of perfect retrieval.</summary>
/// <param name="searched">All that a search finds, best first; absent when no distractors are wanted, and then nothing is searched.</param>
/// <param name="distractors">Passages beside the gold ones; fewer where the search finds fewer.</param>
internal sealed class OracleRetriever(IReadOnlyDictionary<string, IReadOnlyList<GoldEvidence>> evidence, GoldPassages gold, IRetriever? searched, int distractors) : IRetriever
{
    private const string Part = "oracle";

    public async Task<Retrieved> RetrieveAsync(string question, StageClock clock, CancellationToken cancellationToken)
    {
        var known = evidence.GetValueOrDefault(question)
            ?? throw new InvalidOperationException("retrieval.oracle: no row of the dataset asks this question, so nobody knows its gold passages.");
        var found = searched is null ? new Retrieved([], []) : await searched.RetrieveAsync(question, clock, cancellationToken);
        HashSet<string> touching = [.. known.SelectMany(gold.Touching).Select(c => c.Id)];
        var given = Shuffled(question, [
            .. known.SelectMany(gold.Holding).DistinctBy(c => c.Id).Select(c => c.ToPassage(score: 0)),
            .. found.Passages.Where(p => !touching.Contains(p.Id)).Take(distractors)]);
        return new Retrieved(given, [.. given.Select((passage, i) => Candidate(passage, i + 1, found, touching))]);
    }

    // Whoever stands first is read best: neither gold passages nor distractors may always do. The order of a few does not change when more come in between.
    private static IReadOnlyList<Passage> Shuffled(string question, IEnumerable<Passage> passages) =>
        [.. passages.OrderBy(p => ContentHash.Of(question, p.Id), StringComparer.Ordinal).Select((passage, i) => passage with { Score = 1.0 / (i + 1) })];

    private static Candidate Candidate(Passage passage, int rank, Retrieved found, HashSet<string> touching)
    {
        var search = found.Candidates.FirstOrDefault(c => c.PassageId == passage.Id);
        var parts = new Dictionary<string, double>(search?.ScoreParts ?? new Dictionary<string, double>(), StringComparer.Ordinal) { [Part] = touching.Contains(passage.Id) ? 1 : 0 };
        return new Candidate(passage.Id, passage.Document, passage.Span, search?.RankBefore ?? rank, rank, passage.Score, parts, search?.MatchedTerms ?? [], Given: true);
    }
}
