using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Pipelines;
using EvalHarness.TrainingData.Texts;

namespace EvalHarness.TrainingData;

/// <summary>A training example in the forms that checks need; each is made once, on one thread at a time.</summary>
internal sealed class ReadExample(TrainingExample example, AnswerReader reader)
{
    private Reply? reply;
    private IReadOnlyList<ComparedText>? questions;
    private ComparedText? conversation;

    public TrainingExample Example { get; } = example;

    public string Where => Example.Where;

    /// <summary>The target as the answer contract has it.</summary>
    public Reply Target => reply ??= reader.Read(new Answer { Text = Example.Target });

    /// <summary>All that is asked, as one text.</summary>
    public ComparedText Conversation => conversation ??= new ComparedText(Conversations.Text([.. Example.Asked]));

    /// <summary>What is held against gold questions: each of the user's turns, each line of a longer one, the conversation.</summary>
    public IReadOnlyList<ComparedText> Questions => questions ??= Read();

    /// <summary>Instructions, questions and targets.</summary>
    public IEnumerable<string> Texts => Example.Turns.Select(t => t.Content);

    private List<ComparedText> Read()
    {
        var turns = Example.Turns.Where(t => t.Role == "user").Select(t => t.Content).ToList();
        List<ComparedText> read = [.. turns.Select(t => t.Trim() == Conversation.Text ? Conversation : new ComparedText(t))];
        if (Example.Asked.Skip(1).Any())
            read.Add(Conversation);
        read.AddRange(turns.SelectMany(AskedLines.Of).Select(line => new ComparedText(line)));
        return read;
    }
}
