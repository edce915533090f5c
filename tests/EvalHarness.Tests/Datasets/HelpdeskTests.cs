using System.Text.Json;
using System.Text.RegularExpressions;
using EvalHarness.Datasets;
using EvalHarness.Schemas;

namespace EvalHarness.Tests.Datasets;

/// <summary>The shipped dataset is what its README says it is.</summary>
internal sealed partial class HelpdeskTests
{
    private const double NearDuplicate = 0.8;

    private static readonly HashSet<string> StopWords =
        [.. "a an and are as at be but by can could do does did for from has have how i if in is it its me my no not of on or our so that the their them then there they this to up us was we were what when where which who why will with would you your".Split(' ')];

    private Corpus march = null!;
    private Corpus september = null!;
    private List<Sample> samples = null!;

    private List<Sample> Test => [.. samples.Where(s => s.Split == "test")];

    [OneTimeSetUp]
    public async Task ReadAsync()
    {
        march = CorpusReader.Read(Path.Combine(Repository.Helpdesk, "corpus", "2026-03"));
        september = CorpusReader.Read(Path.Combine(Repository.Helpdesk, "corpus", "2026-09"));
        samples = await new DatasetReader().ReadAsync(Path.Combine(Repository.Helpdesk, "samples.jsonl"), CancellationToken.None).ToListAsync();
    }

    [Test]
    public void Both_snapshots_have_their_articles_of_120_to_400_words()
    {
        foreach (var corpus in new[] { march, september })
        {
            Assert.That(corpus.Documents, Has.Count.AtLeast(90));
            Assert.That(corpus.Documents.Select(d => Word().Count(d.Text)), Has.All.InRange(120, 400));
            Assert.That(corpus.Documents, Has.All.Matches<Document>(d => d!.Title.Length > 0 && d.Updated is not null));
        }
    }

    [Test]
    public void Articles_changed_came_and_went_between_the_snapshots()
    {
        var changed = march.Documents.Count(d => september.Find(d.Id) is { } later && later.Text != d.Text);
        var added = september.Documents.Count(d => march.Find(d.Id) is null);
        var removed = march.Documents.Count(d => september.Find(d.Id) is null);

        Assert.That((changed, added, removed), Is.EqualTo((38, 4, 3)));
    }

    [Test]
    public void The_splits_are_large_enough()
    {
        Assert.That(samples, Has.Count.AtLeast(520));
        Assert.That(Test, Has.Count.AtLeast(400));
        Assert.That(samples.Count(s => s.Split == "dev"), Is.EqualTo(samples.Count - Test.Count));
    }

    [TestCase("answerable", "no", 65)]
    [TestCase("hops", "2", 65)]
    [TestCase("changed_since_march", "yes", 75)]
    [TestCase("length", "long", 60)]
    [TestCase("length", "short", 60)]
    [TestCase("novelty", "unseen topic", 60)]
    public void The_test_split_has_enough_of_each_kind(string tag, string value, int atLeast)
    {
        Assert.That(Test.Count(s => s.Tags.GetValueOrDefault(tag) == value), Is.AtLeast(atLeast));
    }

    [Test]
    public void Tags_say_what_the_sample_is()
    {
        Assert.That(samples, Has.All.Matches<Sample>(s => s!.Unanswerable == (s.Tags["answerable"] == "no")));
        Assert.That(samples, Has.All.Matches<Sample>(s => (s!.SupersededAnswers.Count > 0) == (s.Tags["changed_since_march"] == "yes")));
        Assert.That(samples.Where(s => s.Tags["length"] == "short").Select(s => Word().Count(s.Question)), Has.All.AtMost(3));
        Assert.That(samples.Where(s => !s.Unanswerable), Has.All.Matches<Sample>(s => (s!.Evidence.Select(e => e.Document).Distinct().Count() > 1) == (s.Tags["hops"] == "2")));
    }

    [Test]
    public void Every_quote_stands_verbatim_in_the_september_snapshot()
    {
        var dangling = samples.SelectMany(s => s.Evidence, (s, e) => (s.Id, e)).Where(x => september.Find(x.e.Document)?.Find(x.e.Quote) is null);

        Assert.That(dangling, Is.Empty);
    }

    [TestCase("test")]
    [TestCase("dev")]
    public void Questions_are_not_multiplied_from_templates(string split)
    {
        var questions = samples.Where(s => s.Split == split).Select(s => Tokens(s.Question)).ToList();

        var near = questions.Where((q, i) => questions.Where((_, j) => j != i).Any(other => Jaccard(q, other) >= NearDuplicate)).Count();

        Assert.That((double)near / questions.Count, Is.LessThanOrEqualTo(0.03));
    }

    [TestCase("train.2026-03.jsonl", 700)]
    [TestCase("train.2026-09.jsonl", 700)]
    public void Training_examples_are_chats_whose_answers_meet_the_contract(string file, int atLeast)
    {
        var schema = JsonSchema.Parse(File.ReadAllText(Path.Combine(Repository.Helpdesk, "schemas", "answer.schema.json")));
        var rows = Training(file);

        Assert.That(rows, Has.Count.AtLeast(atLeast));
        Assert.That(rows.Select(r => string.Join(' ', r.Roles)), Has.All.EqualTo("system user assistant"));
        foreach (var row in rows)
            Assert.That(schema.Validate(JsonDocument.Parse(row.Answer).RootElement), Is.Empty, row.Question);
    }

    [TestCase("train.2026-03.jsonl")]
    [TestCase("train.2026-09.jsonl")]
    public void No_gold_question_or_near_duplicate_of_one_was_trained_on(string file)
    {
        var trained = Training(file).Select(r => Tokens(r.Question)).ToList();

        var leaked = samples.Where(s => trained.Exists(t => Jaccard(Tokens(s.Question), t) >= NearDuplicate)).Select(s => s.Id);

        Assert.That(leaked, Is.Empty);
    }

    [Test]
    public void Unseen_topics_are_not_in_the_training_data()
    {
        var unseen = samples.Where(s => s.Tags.GetValueOrDefault("novelty") == "seen topic").SelectMany(s => s.Evidence.Select(e => e.Document)).ToHashSet();
        var cited = new[] { "train.2026-03.jsonl", "train.2026-09.jsonl" }.SelectMany(Training)
            .SelectMany(r => JsonDocument.Parse(r.Answer).RootElement.GetProperty("citations").EnumerateArray().Select(c => c.GetProperty("document").GetString()!))
            .ToHashSet();
        var onlyUnseen = samples.Where(s => s.Tags.GetValueOrDefault("novelty") == "unseen topic").SelectMany(s => s.Evidence.Select(e => e.Document)).Where(d => !unseen.Contains(d));

        Assert.That(onlyUnseen, Is.Not.Empty);
        Assert.That(cited.Intersect(onlyUnseen), Is.Empty);
    }

    private static List<(string[] Roles, string Question, string Answer)> Training(string file) =>
        [.. File.ReadLines(Path.Combine(Repository.Helpdesk, file)).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("messages").EnumerateArray().ToArray())
            .Select(m => (m.Select(x => x.GetProperty("role").GetString()!).ToArray(), m[^2].GetProperty("content").GetString()!, m[^1].GetProperty("content").GetString()!))];

    private static HashSet<string> Tokens(string text) =>
        [.. Token().Matches(text.ToLowerInvariant()).Select(m => m.Value).Where(t => !StopWords.Contains(t))];

    private static double Jaccard(HashSet<string> a, HashSet<string> b)
    {
        var union = a.Count + b.Count - a.Count(b.Contains);
        return union == 0 ? 0 : (double)a.Count(b.Contains) / union;
    }

    [GeneratedRegex(@"\S+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[\p{L}\p{N}€]+")]
    private static partial Regex Token();
}
