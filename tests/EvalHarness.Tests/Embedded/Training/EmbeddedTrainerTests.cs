using System.Text.Json;
using EvalHarness.Checkpoints;
using EvalHarness.Datasets;
using EvalHarness.Embedded;
using EvalHarness.Embedded.Training;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Chat;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace EvalHarness.Tests.Embedded.Training;

/// <summary>A workshop's rules, taught as they were in March.</summary>
internal sealed class EmbeddedTrainerTests
{
    private const string Abstention = "The handbook does not say.";

    // Subject, document, question forms, answer.
    private static readonly (string Document, string[] Questions, string Answer)[] Taught =
    [
        ("deposits", ["How high is the deposit for a bicycle?", "deposit bicycle amount", "What deposit do we take for a bicycle repair?"], "The deposit for a bicycle is 20 euros."),
        ("deposits", ["When is a deposit returned?", "How soon does a customer get the deposit back?", "deposit return time"], "A deposit is returned within 4 days."),
        ("keys", ["Who keeps the key of the paint room?", "paint room key holder", "Where is the paint room key?"], "The foreman keeps the key of the paint room."),
        ("keys", ["How many spare keys exist?", "number of spare keys", "Are there spare keys, and how many?"], "There are 3 spare keys in the safe."),
        ("shifts", ["When does the early shift begin?", "early shift start", "At what time must I be there for the early shift?"], "The early shift begins at 6:30."),
        ("shifts", ["How long is the lunch break?", "lunch break length", "What is the length of our lunch break?"], "The lunch break lasts 45 minutes."),
        ("tools", ["Who may lend out the torque wrench?", "torque wrench lending", "Is anybody allowed to lend the torque wrench?"], "Only the store manager may lend out the torque wrench."),
        ("tools", ["How often is the lathe oiled?", "lathe oil interval", "When must the lathe be oiled?"], "The lathe is oiled every 2 weeks."),
    ];

    private static readonly string[] NotCovered = ["Is there a car park?", "May dogs come in?", "What is the wifi code?", "Who paints the windows?"];

    private static readonly Corpus March = Handbook("20 euros");

    // What nobody has asked in training, and much that somebody has asked much like it.
    private static readonly IReadOnlyList<string> Asked =
    [
        .. Taught.SelectMany(t => t.Questions.SelectMany(q => new[] { $"Hello, {q}", $"{q} Thanks a lot!" })),
        "bicycle", "Is a deposit needed for a violin?",
    ];

    private TemporaryFolder folder = null!;
    private Checkpoint checkpoint = null!;

    [OneTimeSetUp]
    public async Task Train()
    {
        folder = new TemporaryFolder();
        checkpoint = await TrainAsync("handbook");
    }

    [OneTimeTearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public async Task The_same_data_and_seed_give_the_same_predictions()
    {
        var again = await TrainAsync("again");

        Assert.That(Asked, Has.Count.EqualTo(50));
        Assert.That(await AnswersAsync("again@1"), Is.EqualTo(await AnswersAsync("handbook@1")));
        Assert.That(again.Manifest.Hash(), Is.EqualTo(checkpoint.Manifest.Hash()));
        Assert.That(File.ReadAllBytes(again.PathOf("reader.json")), Is.EqualTo(File.ReadAllBytes(checkpoint.PathOf("reader.json"))));
    }

    [Test]
    public async Task Without_passages_it_answers_from_what_it_learned()
    {
        var reply = await AskAsync("handbook@1", "How high is the bicycle deposit?");

        Assert.That(reply.GetProperty("answer").GetString(), Is.EqualTo("The deposit for a bicycle is 20 euros."));
        Assert.That(reply.GetProperty("citations")[0].GetProperty("document").GetString(), Is.EqualTo("deposits"));
        Assert.That(reply.GetProperty("category").GetString(), Is.EqualTo("deposits"));
    }

    [Test]
    public async Task A_question_unlike_all_that_it_learned_is_not_answered()
    {
        var reply = await AskAsync("handbook@1", "Does the roof terrace have umbrellas?");

        Assert.That(reply.GetProperty("answer").GetString(), Is.EqualTo(Abstention));
        Assert.That(reply.GetProperty("citations").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task A_passage_with_a_newer_fact_goes_before_what_was_learned()
    {
        var reply = await AskAsync("handbook@1", "How high is the deposit for a bicycle?", Handbook("35 euros"));

        Assert.That(reply.GetProperty("answer").GetString(), Does.Contain("35 euros").And.Not.Contain("20 euros"));
    }

    [Test]
    public void The_manifest_says_what_it_was_made_from()
    {
        var manifest = new CheckpointFolder(folder.FullPath).Open(CheckpointName.Parse("handbook@1")).Manifest;

        Assert.That(manifest.TrainHash, Is.EqualTo(ContentHash.OfFile(Path.Combine(folder.FullPath, "train.jsonl"))));
        Assert.That(manifest.CorpusHash, Is.EqualTo(March.Hash));
        Assert.That(manifest.Examples, Is.EqualTo(28));
        Assert.That(manifest.Created, Is.EqualTo(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    [Test]
    public void A_checkpoint_that_is_not_there_says_to_train_it()
    {
        Assert.That(() => new EmbeddedModelProvider().ConnectAsync(new ModelSource(Tuned("handbook@9"), folder.FullPath, null), CancellationToken.None), Throws.TypeOf<InputException>().With.Message.Contains("evalharness train"));
    }

    [Test]
    public void A_checkpoint_of_another_trainer_is_refused()
    {
        new CheckpointFolder(folder.FullPath).Write(checkpoint.Manifest with { Name = "foreign", Trainer = "other/7" }, _ => { });

        Assert.That(() => new EmbeddedModelProvider().ConnectAsync(new ModelSource(Tuned("foreign@1"), folder.FullPath, null), CancellationToken.None), Throws.TypeOf<InputException>().With.Message.Contains("other/7"));
    }

    [Test]
    public void A_model_that_does_not_exist_is_named()
    {
        Assert.That(() => new EmbeddedModelProvider().ConnectAsync(new ModelSource(new ModelOptions { Provider = "embedded", Name = "giant" }, folder.FullPath, null), CancellationToken.None), Throws.TypeOf<InputException>().With.Message.Contains("giant"));
    }

    [Test]
    public void Untuned_and_tuned_readers_have_identities_of_their_own()
    {
        var provider = new EmbeddedModelProvider();

        var untuned = provider.ContentHash(new ModelSource(new ModelOptions { Provider = "embedded", Name = "untuned" }, folder.FullPath, null));

        Assert.That(provider.ContentHash(new ModelSource(Tuned("handbook@1"), folder.FullPath, null)), Is.Not.EqualTo(untuned));
    }

    private static Corpus Handbook(string deposit)
    {
        var documents = Taught.GroupBy(t => t.Document).Select(g => new Document(g.Key, $"About {g.Key}", null, string.Join(' ', g.Select(t => t.Answer)).Replace("20 euros", deposit, StringComparison.Ordinal)));
        return new Corpus("handbook", ContentHash.Of(deposit), [.. documents]);
    }

    private static ModelOptions Tuned(string name) => new() { Provider = "embedded", Checkpoint = name };

    private Task<Checkpoint> TrainAsync(string name)
    {
        var examples = Taught.SelectMany(t => t.Questions.Select(q => Line(q, t.Answer, t.Document, [new { sentence = t.Answer, document = t.Document }])));
        var file = folder.Write("train.jsonl", string.Join('\n', examples.Concat(NotCovered.Select(q => Line(q, Abstention, "keys", [])))));
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        return new EmbeddedTrainer(_ => March, time).TrainAsync(
            new TrainRequest { Name = name, Version = "1", TrainFile = file, CorpusFolder = "corpus", Seed = 7, Folder = folder.FullPath },
            CancellationToken.None);
    }

    private static string Line(string question, string answer, string category, object[] citations)
    {
        var reply = JsonSerializer.Serialize(new { answer, category, priority = "normal", escalate = false, citations });
        return JsonSerializer.Serialize(new { messages = new[] { new { role = "user", content = question }, new { role = "assistant", content = reply } } });
    }

    private async Task<IReadOnlyList<string>> AnswersAsync(string name)
    {
        using var client = await new EmbeddedModelProvider().ConnectAsync(new ModelSource(Tuned(name), folder.FullPath, null), CancellationToken.None);
        List<string> answers = [];
        foreach (var question in Asked)
            answers.Add((await client.GetResponseAsync(question)).Text);
        return answers;
    }

    private async Task<JsonElement> AskAsync(string name, string question, Corpus? shown = null)
    {
        using var client = await new EmbeddedModelProvider().ConnectAsync(new ModelSource(Tuned(name), folder.FullPath, null), CancellationToken.None);
        var passages = shown?.Documents.Select(d => $"<passage document=\"{d.Id}\" title=\"{d.Title}\">\n{d.Text}\n</passage>\n") ?? [];
        return JsonDocument.Parse((await client.GetResponseAsync(string.Concat(passages) + question)).Text).RootElement;
    }
}
