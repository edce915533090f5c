using System.ComponentModel.DataAnnotations;
using EvalHarness.Promotions;

namespace EvalHarness.Experiments.Freshness;

/// <summary>A program of the user's that makes a change, takes it back, or brings a pipeline up to date.</summary>
public sealed record ProbeCommand
{
    /// <summary>The program and its arguments; nothing is read by a shell. It is started in the experiment's folder, is told the fact as JSON on standard input, and exit code 0 says that it succeeded.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Variables that the program is given besides PATH, HOME, TMP and LANG; <c>${NAME}</c> is one of ours.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How long it may take, in seconds; then it is ended.</summary>
    [Range(0.1, 604_800)]
    public double TimeoutSeconds { get; init; } = 600;

    internal Hook Hook => new() { Command = Command, Environment = Environment };
}
