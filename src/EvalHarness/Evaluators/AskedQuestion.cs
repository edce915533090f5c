using EvalHarness.Datasets;

namespace EvalHarness.Evaluators;

/// <summary>What a sample asks.</summary>
internal static class AskedQuestion
{
    /// <summary>The question; of a conversation its last turn.</summary>
    public static string Asked(this Sample sample) => sample.Messages is [.., var last] ? last.Content : sample.Question;
}
