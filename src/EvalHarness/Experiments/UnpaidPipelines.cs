using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;

namespace EvalHarness.Experiments;

/// <summary>Pipelines whose model pays nobody: it is in the program, or its answers were made elsewhere.</summary>
internal static class UnpaidPipelines
{
    private const string Embedded = "embedded";

    /// <summary>Their names.</summary>
    public static IReadOnlySet<string> Of(Experiment experiment) => experiment.Pipelines.Where(IsUnpaid).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);

    private static bool IsUnpaid(PipelineSpec pipeline) =>
        pipeline.IsRecorded() || (pipeline.Kind == ChatPipelineFactory.ChatKind && (string?)pipeline.Settings["model"]?["provider"] == Embedded);
}
