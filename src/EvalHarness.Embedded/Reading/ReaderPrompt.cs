using Microsoft.Extensions.AI;

namespace EvalHarness.Embedded.Reading;

/// <summary>What a reader finds in the messages that it is sent: the same that a large model is sent.</summary>
/// <param name="System">The instructions; may be empty.</param>
/// <param name="Passages">In the order of the prompt; empty when none were given.</param>
/// <param name="Context">What is said of the asker, values alone.</param>
/// <param name="Question">The last turn without passages and context.</param>
/// <param name="Earlier">The turns before it.</param>
internal sealed record ReaderPrompt(
    string System,
    IReadOnlyList<PromptPassage> Passages,
    IReadOnlyList<string> Context,
    string Question,
    IReadOnlyList<string> Earlier)
{
    public static ReaderPrompt From(IReadOnlyList<ChatMessage> messages)
    {
        var system = string.Join("\n", messages.Where(m => m.Role == ChatRole.System).Select(m => m.Text));
        var turns = messages.Where(m => m.Role != ChatRole.System).Select(m => m.Text).ToList();
        return FromTurn(system, turns.Count == 0 ? "" : turns[^1]) with { Earlier = [.. turns.SkipLast(1)] };
    }

    private static ReaderPrompt FromTurn(string system, string turn)
    {
        var passages = new List<PromptPassage>();
        while (PassageElement.TryTake(ref turn) is { } passage)
            passages.Add(passage);

        var lines = turn.Split('\n');
        var context = lines.SkipLast(1).TakeWhile(IsContext).ToList();
        return new ReaderPrompt(
            system,
            passages,
            [.. context.Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())],
            string.Join('\n', lines.Skip(context.Count)).Trim(),
            []);
    }

    // A name of one word, a colon, a value: "plan: Crew".
    private static bool IsContext(string line) =>
        line.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0 && line.AsSpan(0, colon).IndexOf(' ') < 0;
}
