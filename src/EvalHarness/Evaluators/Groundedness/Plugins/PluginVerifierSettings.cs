using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace EvalHarness.Evaluators.Groundedness.Plugins;

/// <summary>What every loaded verifier says of itself in the experiment file.</summary>
internal sealed record PluginVerifierSettings
{
    public string Kind { get; init; } = ClassVerifierFactory.ClassKind;

    /// <summary>The assembly, relative to the experiment file.</summary>
    public required string Assembly { get; init; }

    /// <summary>The class, with its namespace.</summary>
    public required string Type { get; init; }

    /// <summary>What the class is given.</summary>
    public JsonObject Settings { get; init; } = [];

    /// <summary>How long the claims of one answer may take, in seconds.</summary>
    [Range(0.01, 3600)]
    public double TimeoutSeconds { get; init; } = 60;

    /// <summary>How long the class may take to be made, its model loaded, in seconds.</summary>
    [Range(0.01, 3600)]
    public double StartSeconds { get; init; } = 120;
}
