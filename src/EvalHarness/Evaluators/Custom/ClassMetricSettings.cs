using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace EvalHarness.Evaluators.Custom;

/// <summary>A metric that a class of the user's computes, as the experiment file has it.</summary>
internal sealed record ClassMetricSettings
{
    public string Kind { get; init; } = ClassMetricFactory.ClassKind;

    /// <summary>The assembly, relative to the experiment file.</summary>
    public required string Assembly { get; init; }

    /// <summary>The class, with its namespace.</summary>
    public required string Type { get; init; }

    /// <summary>What the class is given.</summary>
    public JsonObject Settings { get; init; } = [];

    /// <summary>How long one row may take, in seconds.</summary>
    [Range(0.01, 3600)]
    public double TimeoutSeconds { get; init; } = 30;

    /// <summary>How long the class may take to be made, in seconds.</summary>
    [Range(0.01, 3600)]
    public double StartSeconds { get; init; } = 60;
}
