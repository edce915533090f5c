using System.Text.Json.Nodes;
using EvalHarness.Pipelines;

namespace EvalHarness.Decisions;

/// <summary>Which pipeline stands for which arm.</summary>
/// <param name="Pipelines">One for each arm that the run has, in the order of <see cref="Arm"/>.</param>
public sealed record Arms(IReadOnlyDictionary<Arm, string> Pipelines)
{
    // Between these a team chooses; the base model is what they are held against.
    private static readonly Arm[] Choices = [Arm.Prompted, Arm.Rag, Arm.FineTuned, Arm.Hybrid];

    /// <summary>Those that can win.</summary>
    public IReadOnlyList<Arm> Contenders => [.. Choices.Where(Pipelines.ContainsKey)];

    public string? this[Arm arm] => Pipelines.GetValueOrDefault(arm);

    /// <summary>What the decision file says; else the pipeline of that name; else the first of that make: with <c>retrieval:</c> or without, with a <c>checkpoint:</c> or without.</summary>
    /// <param name="named">Arm → pipeline, as the decision file has it.</param>
    public static Arms Of(IReadOnlyList<PipelineSpec> pipelines, IReadOnlyDictionary<Arm, string> named)
    {
        SortedDictionary<Arm, string> found = [];
        foreach (var (arm, pipeline) in named.Where(n => pipelines.Any(p => p.Name == n.Value)))
            found[arm] = pipeline;
        foreach (var arm in Enum.GetValues<Arm>())
            if (!found.ContainsKey(arm) && Named(pipelines.Where(p => !found.ContainsValue(p.Name)).ToList(), arm) is { } same)
                found[arm] = same.Name;
        foreach (var pipeline in pipelines.Where(p => !found.ContainsValue(p.Name)))
            if (MakeOf(pipeline) is { } make)
                found.TryAdd(make, pipeline.Name);
        return new(found);
    }

    private static PipelineSpec? Named(IReadOnlyList<PipelineSpec> pipelines, Arm arm) =>
        pipelines.FirstOrDefault(p => p.Name == ArmNames.Of(arm)) ?? pipelines.FirstOrDefault(p => ArmNames.Named(p.Name) == arm);

    /// <summary>The pipelines that answer with a tuned model alone.</summary>
    public static IReadOnlyList<string> Tuned(IReadOnlyList<PipelineSpec> pipelines) => [.. pipelines.Where(p => MakeOf(p) is Arm.FineTuned).Select(p => p.Name)];

    // Of what is not a chat pipeline nobody but its owner knows.
    private static Arm? MakeOf(PipelineSpec pipeline) => pipeline.Kind != "chat" ? null : (Retrieves(pipeline), IsTuned(pipeline)) switch
    {
        (true, true) => Arm.Hybrid,
        (true, false) => Arm.Rag,
        (false, true) => Arm.FineTuned,
        _ => Arm.Base,
    };

    private static bool Retrieves(PipelineSpec pipeline) => pipeline.Settings["retrieval"] is JsonObject;

    private static bool IsTuned(PipelineSpec pipeline) => (pipeline.Settings["model"] as JsonObject)?["checkpoint"] is not null;
}
