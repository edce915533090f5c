using EvalHarness.Datasets;

namespace EvalHarness.TrainingData;

/// <summary>A conversation as one text, so that it can be compared with another.</summary>
internal static class Conversations
{
    public static string Text(IReadOnlyList<Message> turns) => string.Join('\n', turns.Select(t => t.Content.Trim()));

    public static string Text(Sample sample) => sample.Messages.Count == 0 ? sample.Question.Trim() : Text(sample.Messages);
}
