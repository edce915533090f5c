using EvalHarness.Diagnosis;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Runs;

namespace EvalHarness.Reports.Html.Rows;

/// <summary>Packs one pipeline's answer to one sample.</summary>
internal sealed class ResultPacker(RunReport report, StringTable strings, PassageTable passages, SharedTable shared)
{
    private const int ShownCandidates = 10;
    private const char Scored = 's';

    private readonly ClaimPacker claims = new(report.Corpus, strings);
    private readonly CitedPacker cited = new(strings);

    public ResultEntry Pack(ResultRow row)
    {
        var answer = row.Trace.Answer;
        var reply = answer is null ? null : report.Answers.Read(answer);
        var scores = report.Metrics.Select(m => row.Scores.GetValueOrDefault(m.Id)).ToList();
        return new ResultEntry
        {
            Pipeline = PlaceOf(row.Pipeline),
            Repeat = row.Repeat == 0 ? null : row.Repeat,
            Attempt = row.Trace.Attempt == 0 ? null : row.Trace.Attempt,
            Status = reply is null ? "failed" : reply.IsAbstention ? "abstained" : "answered",
            Cause = (int?)FaultAttribution.Of(row.Scores),
            Error = row.Trace.Error is { } error ? strings.Pack(error.ToString()) : null,
            Text = reply is null ? null : strings.Pack(reply.Text),
            Reply = answer is null || answer.Text == reply!.Text ? null : shared.Place(strings.Pack(answer.Text)),
            Citations = reply is { Citations.Count: > 0 } ? [.. reply.Citations.Select(c => new[] { strings.Pack(c.Sentence), strings.Pack(c.Document) })] : null,
            Values = [.. scores.Where(s => Letter(s) == Scored).Select(s => Rounded.To(s!.Value!.Value, 6))],
            Outcomes = shared.Place(string.Concat(scores.Select(Letter))),
            Reasons = shared.Place(scores.Select(s => s?.Reason is { } reason ? strings.Pack(reason) : null).ToArray()),
            Cited = cited.Pack(scores),
            Claims = claims.Pack(scores, answer?.Passages ?? []),
            Details = Details(scores),
            Passages = answer?.Passages is { } given ? shared.Place(given.Select(p => new[] { passages.Place(p), Rounded.To(p.Score, 4) }).ToArray()) : null,
            Candidates = answer?.Candidates is { } candidates ? shared.Place(candidates.OrderBy(c => c.RankAfter).Take(ShownCandidates).Select(Columns).ToArray()) : null,
            Usage = answer?.Usage is { } usage ? Pack(usage) : null,
            Model = answer?.Model is { } model ? strings.Pack(model) : null,
            Times = [.. Times(row.Trace)],
            Tries = TryLines.Of(row.Trace.Calls) is { Count: > 0 } tries ? [.. tries.Select(strings.Pack)] : null,
        };
    }

    private int PlaceOf(string pipeline) => report.Pipelines.TakeWhile(p => p != pipeline).Count();

    private static char Letter(Score? score) => score?.Outcome switch
    {
        Outcome.Scored when score.Value is not null => Scored,
        Outcome.NotApplicable => 'a',
        Outcome.NotScored => 'n',
        Outcome.Failed => 'f',
        _ => '-',
    };

    private List<object[]>? Details(IReadOnlyList<Score?> scores)
    {
        var details = scores
            .Select((score, place) => (Place: place, Lines: DetailLines.Of(score?.Detail)))
            .Where(detail => detail.Lines.Count > 0)
            .Select(detail => new object[] { detail.Place, detail.Lines.Select(strings.Pack).ToArray() })
            .ToList();
        return details.Count == 0 ? null : details;
    }

    private object[] Columns(Candidate candidate) =>
    [
        strings.Pack(candidate.PassageId),
        strings.Pack(candidate.Document),
        candidate.RankBefore,
        candidate.RankAfter,
        candidate.Given ? 1 : 0,
        candidate.ScoreParts.OrderBy(p => p.Key, StringComparer.Ordinal).SelectMany(p => new object[] { strings.Pack(p.Key), Rounded.To(p.Value, 4) }).ToArray(),
        candidate.MatchedTerms.Select(strings.Pack).ToArray(),
    ];

    private static UsageEntry Pack(TokenUsage usage) =>
        new(usage.Input, usage.Output, OrAbsent(usage.CacheRead), OrAbsent(usage.CacheWrite), OrAbsent(usage.Reasoning), usage.Calls);

    private static long? OrAbsent(long tokens) => tokens == 0 ? null : tokens;

    private IEnumerable<object[]> Times(Trace trace) =>
    [
        .. trace.HasLatency ? [Time("in all", trace.ServiceLatency)] : Array.Empty<object[]>(),
        .. trace.FeltLatency > trace.ServiceLatency ? [Time("with retries", trace.FeltLatency)] : Array.Empty<object[]>(),
        .. trace.Stages.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => Time(s.Key, s.Value)),
    ];

    private object[] Time(string name, TimeSpan time) => [strings.Pack(name), Rounded.To(time.TotalMilliseconds, 3)];
}
