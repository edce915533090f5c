using System.ComponentModel.DataAnnotations;

namespace EvalHarness.Promotions;

/// <summary>Who is told of a move: a program or a webhook. docs/schemas/hook.schema.json is what it is told.</summary>
public sealed record Hook
{
    /// <summary>The program and its arguments; nothing is read by a shell. It gets the body on standard input, and exit code 0 says that it succeeded.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>Variables that the program is given besides PATH, HOME, TMP and LANG; <c>${NAME}</c> is one of ours.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public Webhook? Webhook { get; init; }

    /// <summary>How long it may take, in seconds.</summary>
    [Range(0.1, 3600)]
    public double TimeoutSeconds { get; init; } = 60;
}
