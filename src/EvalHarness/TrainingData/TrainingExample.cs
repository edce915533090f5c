using EvalHarness.Datasets;

namespace EvalHarness.TrainingData;

/// <summary>One row of a training file.</summary>
/// <param name="File">As the user named it.</param>
/// <param name="Line">Counts from 1.</param>
/// <param name="Turns">Roles as written; the last is the assistant's: what the model learns to say.</param>
public sealed record TrainingExample(string File, int Line, IReadOnlyList<Message> Turns)
{
    public string Where => FormattableString.Invariant($"{File}:{Line}");

    public string Target => Turns[^1].Content;

    /// <summary>What is asked: the turns before the target, without instructions.</summary>
    public IEnumerable<Message> Asked => Turns.SkipLast(1).Where(t => t.Role is not ("system" or "developer"));
}
