using EvalHarness.Drafting;

namespace EvalHarness.Cli.Generating;

/// <summary>What is to be drafted by which model, as somebody asked for it.</summary>
internal sealed record DraftingRequest
{
    /// <summary>The experiment's file; absent where <see cref="Url"/> says who is asked.</summary>
    public string? Experiment { get; init; }

    public string? Pipeline { get; init; }

    public string? Url { get; init; }

    public string? KeyEnv { get; init; }

    public string? Model { get; init; }

    /// <summary><c>json_schema</c>, <c>json_object</c> or <c>none</c>.</summary>
    public required string ResponseFormat { get; init; }

    public required IReadOnlyList<DraftKind> Kinds { get; init; }

    /// <summary>The folder of the older snapshot.</summary>
    public string? Previous { get; init; }

    /// <summary>The folder of the user's prompts.</summary>
    public string? Prompts { get; init; }
}
