using EvalHarness.Datasets;
using EvalHarness.Pipelines;
using EvalHarness.Runs;

namespace EvalHarness.Tests.Reports;

/// <summary>Made-up rows: how well a pipeline does depends on what it is and on the sample's tags.</summary>
internal static class SomeRows
{
    public const int SampleCount = 60;

    private static readonly string[] Volatilities = ["stable", "slow", "fast"];
    private static readonly string[] Lengths = ["short", "medium", "long"];
    private static readonly string[] Topics = ["accounts", "billing", "exports", "integrations", "permissions"];

    public static IReadOnlyList<ResultRow> Make()
    {
        var random = new Random(11);
        return
        [
            .. from i in Enumerable.Range(0, SampleCount)
               let sample = Sample(i)
               from pipeline in SomeReport.Pipelines
               select Row(sample, i, pipeline, random),
        ];
    }

    private static Sample Sample(int i) => Some.Sample($"s{i:000}", $"How long is a reset link of kind {i} valid?") with
    {
        Unanswerable = i % 8 == 7,
        Cluster = $"doc-{i / 2}",
        Tags = new Dictionary<string, string>
        {
            ["topic"] = Topics[i % 5],
            ["volatility"] = Volatilities[i % 3],
            ["hops"] = i % 4 == 0 ? "2" : "1",
            ["length"] = Lengths[i / 3 % 3],
            ["novelty"] = i % 5 < 3 ? "seen topic" : "unseen topic",
            ["changed_since_march"] = i % 3 == 2 ? "true" : "false",
        },
    };

    private static ResultRow Row(Sample sample, int i, string pipeline, Random random)
    {
        var fails = random.NextDouble() < 0.02;
        var abstains = random.NextDouble() < (sample.Unanswerable ? 0.6 : Retrieves(pipeline) ? 0.08 : 0.02);
        var trace = Trace(sample, pipeline, fails ? null : Answer(sample, pipeline, i, abstains), random);
        return new ResultRow(pipeline, 0, sample, trace, SomeScores.Of(sample, trace, abstains, random));
    }

    private static Answer Answer(Sample sample, string pipeline, int i, bool abstains) => new()
    {
        Text = abstains
            ? """{"answer":"I do not know.","category":"account","priority":"low","escalate":true,"citations":[]}"""
            : $$"""{"answer":"A reset link is valid for {{i % 3 * 30}} minutes.","category":"account","priority":"low","escalate":false,"citations":[{"sentence":"A reset link is valid for {{i % 3 * 30}} minutes.","document":"password-reset"}]}""",
        Passages = Retrieves(pipeline) ? [.. Enumerable.Range(1, 3).Select(rank => Passage(rank))] : null,
        Candidates = Retrieves(pipeline) ? [.. Enumerable.Range(1, 10).Select(rank => Candidate(rank))] : null,
        Usage = new TokenUsage(Retrieves(pipeline) ? 820 + i : 140 + i, 40 + sample.Id.Length) { CacheRead = i % 2 },
        Model = "tiny-reader",
    };

    private static bool Retrieves(string pipeline) => pipeline is "rag" or "hybrid";

    private static Passage Passage(int rank) =>
        new($"password-reset#{rank}", "password-reset", "Resetting a password", $"Passage {rank}: a reset link is valid for 30 minutes.", new TextSpan(rank * 100, (rank * 100) + 48), 9.5 - rank);

    private static Candidate Candidate(int rank) =>
        new($"password-reset#{rank}", "password-reset", null, rank, rank, 9.5 - rank, new Dictionary<string, double> { ["bm25"] = 9 - rank, ["proximity"] = 0.5 }, ["reset", "link"], rank <= 3);

    private static Trace Trace(Sample sample, string pipeline, Answer? answer, Random random)
    {
        var search = TimeSpan.FromMilliseconds(Math.Round(4 * Math.Exp(0.5 * Normal(random)), 3));
        var generate = TimeSpan.FromMilliseconds(Math.Round((pipeline == "base" ? 6 : 18) * Math.Exp(0.6 * Normal(random)), 3));
        var service = generate + (Retrieves(pipeline) ? search : TimeSpan.Zero);
        return Some.Trace(answer, sample.Id, pipeline) with
        {
            ServiceLatency = service,
            FeltLatency = service + TimeSpan.FromMilliseconds(0.5),
            QueueTime = TimeSpan.FromMilliseconds(0.1),
            Stages = Retrieves(pipeline)
                ? new Dictionary<string, TimeSpan> { ["generate"] = generate, ["search"] = search }
                : new Dictionary<string, TimeSpan> { ["generate"] = generate },
        };
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
