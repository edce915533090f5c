using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.TrainingData;

namespace EvalHarness.Tests.TrainingData;

/// <summary>A small gold dataset and training file of a test's own.</summary>
internal sealed class LintCase : IDisposable
{
    private readonly List<string> gold = [];
    private readonly List<string> examples = [];

    public TemporaryFolder Folder { get; } = new();

    public string TrainFile => Folder["train.jsonl"];

    public LintCase Gold(string id, string question, string answer = "Some other answer.", string split = "test")
    {
        gold.Add(JsonSerializer.Serialize(new { id, split, question, answers = new[] { answer } }));
        return this;
    }

    public LintCase Line(string json, bool isGold = false)
    {
        (isGold ? gold : examples).Add(json);
        return this;
    }

    public LintCase Example(string question, string target) => Example(("user", question), ("assistant", target));

    public LintCase Example(params (string Role, string Content)[] turns) =>
        Line(JsonSerializer.Serialize(new { messages = turns.Select(t => new { role = t.Role, content = t.Content }) }));

    public static Corpus Corpus(string name, params (string Id, string Text)[] documents) =>
        new(name, $"hash of {name}", [.. documents.Select(d => new Document(d.Id, d.Id, null, d.Text))]);

    public Task<LintResult> RunAsync(Func<LintRequest, LintRequest>? with = null)
    {
        if (gold.Count == 0)
            Gold("g1", "Which colour has the gold question that nobody asks in these tests?");
        var request = new LintRequest
        {
            TrainFile = Folder.Write("train.jsonl", string.Join('\n', examples)),
            Dataset = Folder.Write("samples.jsonl", string.Join('\n', gold)),
        };
        return TrainingLinter.LintAsync(with?.Invoke(request) ?? request, CancellationToken.None);
    }

    public void Dispose() => Folder.Dispose();
}
