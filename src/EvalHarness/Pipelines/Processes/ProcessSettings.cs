using System.ComponentModel.DataAnnotations;

namespace EvalHarness.Pipelines.Processes;

/// <summary>A program that answers, as the experiment file has it: docs/process-protocol.md says what it reads and writes.</summary>
public sealed record ProcessSettings
{
    public string Kind { get; init; } = ProcessPipelineFactory.ProcessKind;

    /// <summary>Says when the program changed, beyond the files that its command names.</summary>
    public required string Version { get; init; }

    /// <summary>The program and its arguments; nothing is read by a shell.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Where it is started; absent: the experiment file's folder.</summary>
    public string? Folder { get; init; }

    /// <summary>Variables it is given besides PATH, HOME, TMP and LANG; <c>${NAME}</c> is one of ours.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How many of it run at once; each answers one question at a time.</summary>
    [Range(1, 256)]
    public int Workers { get; init; } = 1;

    /// <summary>How long it may take to say that it is ready, in seconds.</summary>
    [Range(0.01, 3600)]
    public double StartSeconds { get; init; } = 30;

    /// <summary>The name in the price table, in place of the model that the program names.</summary>
    public string? PriceAs { get; init; }
}
