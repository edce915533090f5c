using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Runs;

namespace EvalHarness.Tests.Reports.Html;

/// <summary>Rows with what the page shows of them: claims with evidence, articles, conversations.</summary>
internal static class SomePageRows
{
    private static readonly string[] Vocabulary =
        "the a an of to in for with on by open close save export import reset link page team member owner admin billing invoice plan seat trial folder board task label field report chart filter key token webhook event error retry limit minute hour day week settings profile password email domain single sign audit log region storage file upload preview version history restore archive delete undo share guest public private access role permission group policy".Split(' ');

    public static Corpus Corpus { get; } = new("2026-09", "c0ffee", [.. Enumerable.Range(0, 90).Select(Article)]);

    /// <summary>The size of the shipped example: all texts differ from row to row where they would in a real run.</summary>
    public static IReadOnlyList<ResultRow> OfSamples(int count)
    {
        var random = new Random(5);
        return
        [
            .. from i in Enumerable.Range(0, count)
               let sample = Sample(i, random)
               from pipeline in SomeReport.Pipelines
               select Row(sample, pipeline, random),
        ];
    }

    public static RunReport Report(IReadOnlyList<ResultRow> rows) => SomeReport.With(rows) with
    {
        Corpus = Corpus,
        Answers = new AnswerReader(SomeReport.Contract),
    };

    private static Document Article(int i)
    {
        var random = new Random(i);
        return new Document($"article-{i}", $"How to {Words(random, 3)}", null, string.Join(' ', Enumerable.Range(0, 20).Select(_ => Sentence(random))));
    }

    private static Sample Sample(int i, Random random)
    {
        var article = Corpus.Documents[i % 90];
        var quote = article.Text.Split(". ")[random.Next(10)] + ".";
        return Some.Sample($"s{i:000}", $"How do I {Words(random, 9)} when {Words(random, 3)}?") with
        {
            Answers = i % 8 == 7 ? [] : [quote, Words(random, 4)],
            Evidence = i % 8 == 7 ? [] : [new GoldEvidence(article.Id, quote)],
            Unanswerable = i % 8 == 7,
            Messages = i % 6 == 5 ? [new Message("user", Sentence(random)), new Message("assistant", Sentence(random)), new Message("user", Sentence(random))] : [],
            Context = i % 4 == 0 ? new Dictionary<string, string> { ["plan"] = "team", ["role"] = "admin" } : new Dictionary<string, string>(),
            Cluster = article.Id,
            Expected = new JsonObject { ["category"] = "account", ["priority"] = "low", ["escalate"] = false },
            Tags = new Dictionary<string, string>
            {
                ["topic"] = new[] { "accounts", "billing", "exports", "integrations", "permissions" }[i % 5],
                ["volatility"] = new[] { "stable", "slow", "fast" }[i % 3],
                ["hops"] = i % 4 == 0 ? "2" : "1",
                ["length"] = new[] { "short", "medium", "long" }[i / 3 % 3],
                ["novelty"] = i % 5 < 3 ? "seen topic" : "unseen topic",
                ["changed_since_march"] = i % 3 == 2 ? "true" : "false",
            },
        };
    }

    private static ResultRow Row(Sample sample, string pipeline, Random random)
    {
        var retrieves = pipeline is "rag" or "hybrid";
        var abstains = random.NextDouble() < (sample.Unanswerable ? 0.6 : 0.08);
        var article = Corpus.Find(sample.Cluster!)!;
        string[] sentences = abstains ? ["I do not know."] : [Said(article, retrieves, random), Said(article, retrieves, random)];
        var trace = Some.Trace(random.NextDouble() < 0.02 ? null : Answer(article, sentences, abstains, retrieves, random), sample.Id, pipeline) with
        {
            ServiceLatency = TimeSpan.FromMilliseconds(12 + (8 * random.NextDouble())),
            FeltLatency = TimeSpan.FromMilliseconds(21),
            Stages = retrieves ? new Dictionary<string, TimeSpan> { ["search"] = Time(random), ["rerank"] = Time(random), ["generate"] = Time(random) } : new Dictionary<string, TimeSpan> { ["generate"] = Time(random) },
        };
        return new ResultRow(pipeline, 0, sample, trace, WithClaims(SomeScores.Of(sample, trace, abstains, random), abstains ? [] : sentences, article));
    }

    private static TimeSpan Time(Random random) => TimeSpan.FromMilliseconds(10 * random.NextDouble());

    private static string Said(Document article, bool retrieves, Random random) =>
        retrieves || random.Next(2) == 0 ? article.Text.Split(". ")[random.Next(10)] + "." : Sentence(random);

    private static Answer Answer(Document article, string[] sentences, bool abstains, bool retrieves, Random random) => new()
    {
        Text = new JsonObject
        {
            ["answer"] = string.Join(' ', sentences),
            ["category"] = "account",
            ["priority"] = "low",
            ["escalate"] = false,
            ["citations"] = new JsonArray([.. abstains ? [] : sentences.Select(s => new JsonObject { ["sentence"] = s, ["document"] = article.Id })]),
        }.ToJsonString(),
        Passages = retrieves ? [.. Enumerable.Range(0, 4).Select(k => Passage(Corpus.Documents[(Index(article) + (k * 7)) % 90], k, random))] : null,
        Candidates = retrieves ? [.. Enumerable.Range(1, 50).Select(rank => Candidate(rank, random))] : null,
        Usage = new TokenUsage(800 + random.Next(400), 60 + random.Next(40)),
        Model = "tiny-reader",
    };

    private static int Index(Document article) => int.Parse(article.Id.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture);

    private static Passage Passage(Document document, int k, Random random)
    {
        var start = k % 2 * 400;
        return new Passage($"{document.Id}#{k % 2}", document.Id, document.Title, document.Text[start..(start + 700)], new TextSpan(start, start + 700), 9.5 - k - random.NextDouble());
    }

    private static Candidate Candidate(int rank, Random random) => new(
        $"article-{random.Next(90)}#{rank % 2}", $"article-{random.Next(90)}", null, 1 + ((rank * 3) % 50), rank, 12.0 / rank,
        new Dictionary<string, double> { ["bm25"] = 12 * random.NextDouble(), ["proximity"] = random.NextDouble() }, [.. Words(random, 3).Split(' ')], rank <= 4);

    private static Dictionary<string, Score> WithClaims(IReadOnlyDictionary<string, Score> scores, string[] sentences, Document article)
    {
        var claims = new Dictionary<string, Score>(scores);
        if (scores["groundedness-corpus"] is { Outcome: Outcome.Scored } score)
            claims["groundedness-corpus"] = score with { Detail = new JsonArray([.. sentences.Select(s => Claim(s, article))]) };
        return claims;
    }

    private static JsonObject Claim(string sentence, Document article)
    {
        var start = article.Text.IndexOf(sentence, StringComparison.Ordinal);
        return start >= 0
            ? new JsonObject { ["claim"] = sentence, ["supported"] = true, ["document"] = article.Id, ["start"] = start, ["end"] = start + sentence.Length }
            : new JsonObject { ["claim"] = sentence, ["supported"] = false, ["document"] = article.Id, ["start"] = 0, ["end"] = 60, ["reason"] = "no text says this: 'reset' and '30 minutes' are missing" };
    }

    private static string Sentence(Random random)
    {
        var words = Words(random, 9 + random.Next(8));
        return char.ToUpperInvariant(words[0]) + words[1..] + ".";
    }

    private static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));
}
